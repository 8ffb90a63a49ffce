package io.modeltracking.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SharedStudy.Address;
import io.modeltracking.run.SharedStudy.Refusal;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.TrialLeases;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Hands trials of shared studies from the store to the test JVMs of this build: they know neither the store nor its driver. It
 * listens on the loopback alone, and to whoever has its token. While a test JVM lives, its leases are renewed.
 */
public final class TrialBroker implements AutoCloseable {

    private static final int TOKEN_BYTES = 32;
    private static final int BEATS_A_LEASE = 4;
    private static final int THREADS = 4;
    private static final int LARGEST = 8 << 20;
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final Desk desk;
    private final HttpServer server;
    private final byte[] token;
    private final ExecutorService workers;
    private final ScheduledExecutorService heart;

    private TrialBroker(Desk desk, HttpServer server, byte[] token, long lease) {
        this.desk = desk;
        this.server = server;
        this.token = token;
        this.workers = Executors.newFixedThreadPool(THREADS, daemon("tracking-broker"));
        this.heart = Executors.newSingleThreadScheduledExecutor(daemon("tracking-heart"));
        long beat = Math.max(1, lease / BEATS_A_LEASE);
        heart.scheduleWithFixedDelay(desk::beat, beat, beat, TimeUnit.MILLISECONDS);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Listens.
     *
     * @param build what the jobs of one pipeline have in common
     * @param module whose tests ask
     */
    public static TrialBroker open(TrialLeases leases, String build, String module) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        return new TrialBroker(
                new Desk(leases, build, module),
                server,
                HexFormat.of().formatHex(token).getBytes(StandardCharsets.US_ASCII),
                leases.lease().toMillis());
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where it listens, and for whom. */
    public Address address() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().getHostAddress();
        return new Address(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort(),
                new String(token, StandardCharsets.US_ASCII));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                if (!isKnown(exchange)) {
                    reply(exchange, FORBIDDEN, new Refusal("The token is wrong"));
                } else if (!exchange.getRequestMethod().equals("POST")) {
                    reply(exchange, NOT_ALLOWED, new Refusal("Only POST is answered"));
                } else {
                    ask(exchange);
                }
            } catch (RefusedException e) {
                reply(exchange, CONFLICT, new Refusal(e.getMessage()));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                reply(exchange, BAD, new Refusal("No question: " + e.getMessage()));
            } catch (StoreException e) {
                reply(exchange, UNAVAILABLE, new Refusal(e.getMessage()));
            }
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        byte[] question;
        try (InputStream body = exchange.getRequestBody()) {
            question = body.readNBytes(LARGEST + 1);
        }
        if (question.length > LARGEST) {
            reply(exchange, TOO_LARGE, new Refusal("More than " + LARGEST + " bytes"));
            return;
        }
        reply(exchange, OK, desk.answer(exchange.getRequestURI().getPath(), question));
    }

    private boolean isKnown(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] wanted = ("Bearer " + new String(token, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted);
    }

    private static void reply(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = RunJson.mapper().writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Gives back what the test JVMs have not ended: they are gone. */
    @Override
    public void close() {
        heart.shutdownNow();
        server.stop(0);
        workers.shutdownNow();
        desk.close();
    }
}
