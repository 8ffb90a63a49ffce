package io.modeltracking.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** Stands before a real HTTP server, hands everything on, and now and then does not. */
public final class FaultyProxy implements AutoCloseable {

    private static final Set<String> OWN = Set.of("connection", "content-length", "transfer-encoding", "expect");

    /** What happens to a request. */
    public enum Fault {
        NONE,
        /** It is answered with 500, and not handed on. */
        ERROR,
        /** 503, likewise. */
        BUSY,
        /** 403 with S3's code for a token that has expired. */
        EXPIRED,
        /** 507 with a code of a full bucket. */
        FULL,
        /** It is handed on, and the reply is lost. */
        LOST,
        /** It is handed on, and answered late. */
        SLOW
    }

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String target;
    private final AtomicInteger number = new AtomicInteger();
    private volatile BiFunction<Integer, String, Fault> faults = (request, what) -> Fault.NONE;

    private FaultyProxy(HttpServer server, String target) {
        this.server = server;
        this.target = target;
    }

    public static FaultyProxy before(String target) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            FaultyProxy proxy = new FaultyProxy(server, target);
            server.createContext("/", proxy::handle);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param which of a request's number, from 1 */
    public FaultyProxy faults(IntFunction<Fault> which) {
        number.set(0);
        faults = (request, what) -> which.apply(request);
        return this;
    }

    /** A fault that a request meets once in a while. */
    public FaultyProxy faults(Fault fault, Hiccups hiccups) {
        number.set(0);
        faults = (request, what) -> hiccups.meets(what) ? fault : Fault.NONE;
        return this;
    }

    public int requests() {
        return number.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + exchange.getRequestURI();
        Fault fault = faults.apply(number.incrementAndGet(), what);
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (fault) {
            case ERROR -> answer(exchange, 500, "InternalError");
            case BUSY -> answer(exchange, 503, "SlowDown");
            case EXPIRED -> answer(exchange, 403, "ExpiredToken");
            case FULL -> answer(exchange, 507, "QuotaExceeded");
            default -> forward(exchange, body, fault);
        }
    }

    private static void answer(HttpExchange exchange, int status, String code) throws IOException {
        byte[] text = ("<Error><Code>" + code + "</Code><Message>Told so by a test</Message></Error>").getBytes();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, head ? -1 : text.length);
        if (!head) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private void forward(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (fault == Fault.LOST) {
                exchange.close();
                return;
            }
            if (fault == Fault.SLOW) {
                Thread.sleep(300);
            }
            response.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
            });
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
