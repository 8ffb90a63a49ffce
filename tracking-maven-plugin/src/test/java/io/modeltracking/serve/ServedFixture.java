package io.modeltracking.serve;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerMirror;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A served history, asked over the network. */
final class ServedFixture implements AutoCloseable {

    static final String TOKEN = "correct horse battery staple";

    final List<String> log = new CopyOnWriteArrayList<>();
    /** Its own: a connection that another kept may lead to an earlier server on the same port. */
    private final HttpClient client = HttpClient.newHttpClient();

    private final HistoryServer server;

    private ServedFixture(TrackingRoot root, String token, SharedStore shared) {
        Supplier<HistoryStore> local = () -> History.open(root, "0.1.0", false).store();
        SharedLink link = shared == null ? SharedLink.NONE : SharedLink.to(shared, log::add);
        Ledger ledger = new Ledger(root, Clock.systemUTC(), LedgerMirror.OFF, null, link);
        server = HistoryServer.start(
                new ServerSettings("127.0.0.1", 0, List.of("team.example"), token),
                new ServedHistory(
                        "Motor pricing",
                        "0.1.0",
                        root,
                        Clock.systemUTC(),
                        shared == null ? local : () -> new JoinedStore(local.get(), shared::index, shared.name()),
                        shared,
                        new ServedLedger(ledger::events, () -> new SharedLedger(root, ledger).pull(), Registry::of),
                        log::add));
    }

    static ServedFixture open(TrackingRoot root) {
        return new ServedFixture(root, null, null);
    }

    static ServedFixture withToken(TrackingRoot root) {
        return new ServedFixture(root, TOKEN, null);
    }

    /** With what a team shares; the caller closes that. */
    static ServedFixture of(TrackingRoot root, SharedStore shared) {
        return new ServedFixture(root, null, shared);
    }

    int port() {
        return server.port();
    }

    String address(String path) {
        return "http://localhost:" + port() + path;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .method(method, HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Bytes as they are, and all that comes back until the server closes the connection. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String rawGet(String target) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Override
    public void close() {
        server.close();
    }
}
