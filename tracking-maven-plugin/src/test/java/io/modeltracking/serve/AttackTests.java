package io.modeltracking.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever means ill, over raw sockets. */
class AttackTests {

    private static final String SECRET = "never to be served";

    @TempDir
    static Path folder;

    static ServedFixture server;
    static ServedFixture guarded;

    @BeforeAll
    static void serve() throws Exception {
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        RunFixture.run(root, 1).finished();
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(root.directory().resolve("secret.txt"), SECRET);
        server = ServedFixture.open(root);
        guarded = ServedFixture.withToken(root);
    }

    @AfterAll
    static void end() {
        server.close();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/page/../../secret.txt",
                "/runs/ID/artifacts/../../../secret.txt",
                "/runs/ID/artifacts/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
                "/runs/ID/artifacts/%2e%2e/%2e%2e/%2e%2e/secret.txt",
                "/runs/ID/artifacts/..;/..;/..;/secret.txt",
                "/runs/ID/artifacts/%252e%252e%252fsecret.txt",
                "/runs/ID/artifacts/..%5c..%5csecret.txt",
                "/runs/ID/artifacts/secret.txt%00.png",
                "/runs/ID/artifacts//secret.txt",
                "/runs/ID/artifacts/%c0%ae%c0%ae/secret.txt",
                "/runs/../secret.txt",
                "/runs/ID/run.jsonl",
                "/secret.txt",
                "http://localhost/../secret.txt",
                "file:///etc/passwd",
                "*"
            })
    void noPathLeadsOutOfWhatJournalsList(String target) throws Exception {
        String answer = server.rawGet(target.replace("ID", RunFixture.id(1)));

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(SECRET, "root:", "Exception", folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:5000",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                ""
            })
    void noOtherNameOfTheHostIsAnswered(String host) throws Exception {
        String answer = server.raw("GET /api/runs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("columns");
    }

    @Test
    void namesThatAreKnownAreAnswered() throws Exception {
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:5000", "team.example")) {
            assertThat(server.raw("GET /api/state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anAddressWithAnotherHostThanTheHeaderIsRefused() throws Exception {
        assertThat(server.rawGet("http://evil.example/api/runs")).startsWith("HTTP/1.1 4");
        assertThat(server.raw("GET /api/runs HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void otherSitesMayNotAsk() throws Exception {
        assertThat(server.get("/api/runs", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/runs", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/runs", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/runs", "Origin", "http://localhost:" + server.port())
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get(
                                "/",
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "document")
                        .statusCode())
                .as("a link to the page")
                .isEqualTo(200);
        assertThat(server.get(
                                "/",
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "iframe")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothingIsEverChanged() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
            HttpResponse<String> refused = server.send(method, "/api/runs");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Connection")).as(method).hasValue("close");
        }
        assertThat(server.get("/api/runs").headers().map().keySet())
                .as("headers")
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"))
                .doesNotContain("server");
    }

    @Test
    void whatTheBrowserIsToldIsStrict() throws Exception {
        HttpResponse<String> page = server.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void oversizedRequestsAreRefused() throws Exception {
        assertThat(server.rawGet("/" + "a".repeat(40_000))).startsWith("HTTP/1.1 4");
        assertThat(server.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(server.get("/api/runs?filter=" + "a".repeat(5_000)).statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/runs?filter=%25zz").body()).doesNotContain("Exception");
    }

    @Test
    void slowOnesHoldNobodyUp() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("127.0.0.1", server.port());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(server.get("/api/state").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void manyAtOnceAreAllAnswered() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                answers.add(threads.submit(() -> server.get("/api/runs").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.log).isEmpty();
    }

    @Test
    void withoutTheTokenNothingIsShown() throws Exception {
        assertThat(guarded.get("/api/runs").statusCode()).isEqualTo(401);
        assertThat(guarded.get("/page/page.js").statusCode()).isEqualTo(401);
        assertThat(guarded.get("/").body()).contains("<form").doesNotContain("page.js");
        assertThat(guarded.get("/api/runs", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(guarded.get("/api/runs", "Cookie", Guard.COOKIE + "=" + ServedFixture.TOKEN)
                        .statusCode())
                .isEqualTo(401);

        assertThat(guarded.get("/api/runs", "Authorization", "Bearer " + ServedFixture.TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTokenBecomesACookieThatScriptsAndOtherSitesDoNotHave() throws Exception {
        HttpResponse<String> opened = guarded.get("/?token=" + ServedFixture.TOKEN.replace(" ", "+"));

        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("horse");
        assertThat(guarded.get("/api/runs", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .statusCode())
                .isEqualTo(200);
    }
}
