package io.modeltracking.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modeltracking.store.Hiccups;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Stands before an MLflow server, and spoils some requests. */
final class FaultyServer implements AutoCloseable {

    /** What becomes of a request. */
    enum Fault {
        NONE,
        /** 503, and the server never sees it. */
        UNAVAILABLE,
        /** 500, and the server never sees it. */
        BROKEN,
        /** The server does it, and nobody is told. */
        LOST_REPLY,
        /** The server does it, later than the client waits. */
        SLOW,
        /** Elsewhere. */
        REDIRECT
    }

    private final HttpServer server;
    private final String target;
    private final Function<Request, Fault> faults;
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param what tells it from others, the same when it is made again */
    private record Request(int number, String what) {}

    /** Spoils requests by their number. */
    FaultyServer(MlflowProcess mlflow, IntFunction<Fault> faults) throws IOException {
        this(mlflow, (Request request) -> faults.apply(request.number()));
    }

    FaultyServer(MlflowProcess mlflow, Fault fault, Hiccups hiccups) throws IOException {
        this(mlflow, (Request request) -> hiccups.meets(request.what()) ? fault : Fault.NONE);
    }

    private FaultyServer(MlflowProcess mlflow, Function<Request, Fault> faults) throws IOException {
        this.target = mlflow.uri();
        this.faults = faults;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param attempts of each request */
    MlflowServer address(int attempts) {
        return MlflowServer.of(uri(), Map.of()).patience(attempts, Duration.ofMillis(5), Duration.ofMillis(1500));
    }

    int requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String what = exchange.getRequestMethod() + exchange.getRequestURI() + Arrays.hashCode(body);
        Fault fault = faults.apply(new Request(number, what));
        switch (fault) {
            case UNAVAILABLE -> answer(exchange, 503, "<html>busy</html>".getBytes());
            case BROKEN -> answer(exchange, 500, new byte[0]);
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", target);
                answer(exchange, 302, new byte[0]);
            }
            default -> forward(exchange, body, fault);
        }
    }

    private void forward(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (fault == Fault.LOST_REPLY) {
                exchange.close();
                return;
            }
            if (fault == Fault.SLOW) {
                Thread.sleep(1700);
            }
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
