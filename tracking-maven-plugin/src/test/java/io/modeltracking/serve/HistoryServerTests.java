package io.modeltracking.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server answers to a page, over HTTP. */
class HistoryServerTests {

    @TempDir
    static Path folder;

    static TrackingRoot root;
    static ServedFixture server;

    @BeforeAll
    static void serve() throws Exception {
        root = TrackingRoot.find(folder, folder.toString());
        for (int i = 0; i < 7; i++) {
            RunFixture.run(root, i)
                    .startedAt(RunFixture.START.plusSeconds(60 * i))
                    .param("max_depth", i % 3)
                    .metric("test.rmse", 0.7 - i / 10.0)
                    .finished();
        }
        RunFixture.run(root, 20).experiment("Other").ended(Status.FINISHED, Verdict.REJECTED);
        RunFixture.run(root, 21).parent(RunFixture.id(0)).trial(0).finished();
        server = ServedFixture.open(root);
        assertThat(ask("/api/state").get("version").asInt()).isEqualTo(9);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static JsonNode ask(String path) throws Exception {
        return new ObjectMapper().readTree(server.get(path).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void listsRunsByAFilterInAnOrderPageByPage() throws Exception {
        String question = "/api/runs?filter=" + encoded("metrics.test.rmse <= 0.5") + "&order="
                + encoded("metrics.test.rmse ASC") + "&columns=" + encoded("metrics.test.rmse") + "&limit=2";

        JsonNode first = ask(question);
        JsonNode second = ask(question + "&offset=2");

        assertThat(first.at("/runs").findValuesAsText("id")).containsExactly(RunFixture.id(6), RunFixture.id(5));
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(second.at("/runs").findValuesAsText("id")).containsExactly(RunFixture.id(4), RunFixture.id(3));
        assertThat(first.get("columns")).hasSize(4);
        assertThat(first.at("/runs/0/cells/3").asDouble()).isEqualTo(0.7 - 6 / 10.0);
        assertThat(ask(question.replace("runs", "count")).get("count").asInt()).isEqualTo(5);
    }

    @Test
    void leavesTrialsWithTheirStudyUnlessTheyAreAskedFor() throws Exception {
        assertThat(ask("/api/count").get("count").asInt()).isEqualTo(8);
        assertThat(ask("/api/count?trials=1").get("count").asInt()).isEqualTo(9);
    }

    @Test
    void saysWhatIsWrongWithAFilterInItsOwnWords() throws Exception {
        var answer = server.get("/api/runs?filter=" + encoded("metrics.test.rsme < 1"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(" of the filter: ", "Nearest", "test.rmse");
    }

    @Test
    void refusesNumbersThatAreNone() throws Exception {
        for (String wrong : List.of("limit=0", "limit=501", "limit=x", "offset=-1", "offset=99999999999")) {
            assertThat(server.get("/api/runs?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void givesARunWithAllThatTheReportShowsOfIt() throws Exception {
        JsonNode run = ask("/api/run?id=" + RunFixture.id(0).substring(0, 8));

        assertThat(run.at("/index/runs/id")).hasSize(2);
        assertThat(run.at("/runs-0/runs/0/metrics/0/name").asText()).isEqualTo("test.rmse");
        assertThat(run.at("/runs-0/runs/0/children")).hasSize(1);
    }

    @Test
    void givesRunsToCompareAndCountsExperiments() throws Exception {
        JsonNode both = ask("/api/compare?ids=" + RunFixture.id(1) + "," + RunFixture.id(2));
        assertThat(both.at("/index/runs/id")).hasSize(2);
        assertThat(server.get("/api/compare?ids=" + RunFixture.id(1)).statusCode())
                .isEqualTo(400);

        JsonNode experiments = ask("/api/experiments").get("experiments");
        assertThat(experiments.findValuesAsText("name")).containsExactly("Motor_2026_Frequency", "Other");
        assertThat(experiments.at("/0/runs").asInt()).isEqualTo(7);
        assertThat(experiments.at("/0/parts").asInt()).isEqualTo(1);
        assertThat(experiments.at("/1/rejected").asInt()).isEqualTo(1);
    }

    @Test
    void namesARunThatIsMissingOrNoRunAtAll() throws Exception {
        assertThat(server.get("/api/run?id=ffffffff").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/run?id=..%2F..").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/ledger?before=x").statusCode()).isEqualTo(400);
        assertThat(ask("/api/ledger").get("events")).isEmpty();
        assertThat(ask("/api/registry").get("models")).isEmpty();
    }

    @Test
    void showsARunThatStartsWhileItServes(@TempDir Path empty) throws Exception {
        TrackingRoot fresh = TrackingRoot.find(empty, empty.toString());
        try (ServedFixture young = ServedFixture.open(fresh)) {
            assertThat(young.get("/api/runs").body()).contains("\"empty\":true");

            RunFixture.run(fresh, 1).finished();
            assertThat(young.get("/api/state").body()).contains("\"version\":1");

            assertThat(young.get("/api/count").body()).contains("\"count\":1");
        }
    }

    @Test
    void takesTheNextPortWhereOneIsTaken(@TempDir Path empty) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            ServerSettings settings = new ServerSettings("127.0.0.1", taken.getLocalPort(), List.of(), null);
            ServedHistory history = new ServedHistory(
                    "p",
                    "0",
                    TrackingRoot.find(empty, empty.toString()),
                    java.time.Clock.systemUTC(),
                    null,
                    null,
                    new ServedLedger(null, null, null),
                    null);
            try (HistoryServer next = HistoryServer.start(settings, history)) {
                assertThat(next.port()).isGreaterThan(taken.getLocalPort());
            }
        }
    }

    @Test
    void refusesAnOpenAddressWithoutAToken() {
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 5000, List.of(), " "))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("TRACKING_SERVE_TOKEN");
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 5000, List.of(), "short"))
                .hasMessageContaining("fewer than 16");
        assertThat(new ServerSettings("0.0.0.0", 5000, List.of(), ServedFixture.TOKEN).toString())
                .doesNotContain(ServedFixture.TOKEN);
    }

    @Test
    void givesFilesThatAJournalListsAndNeverAsAPage(@TempDir Path place) throws Exception {
        TrackingRoot own = TrackingRoot.find(place, place.toString());
        String id = RunFixture.id(3);
        RunFixture.run(own, 3)
                .event(artifact("notes/page.html", "<script>alert(1)</script>"))
                .event(artifact("model #1.bin", "weights"))
                .event(artifact("link.txt", "secret"))
                .event(artifact("lift.csv", "1,2"))
                .finished();
        Path artifacts =
                Files.createDirectories(own.run(id).resolve("artifacts/notes")).getParent();
        Files.writeString(artifacts.resolve("notes/page.html"), "<script>alert(1)</script>");
        Files.writeString(artifacts.resolve("model #1.bin"), "weights");
        Files.writeString(artifacts.resolve("unlisted.txt"), "secret");
        Files.writeString(artifacts.resolve("lift.csv"), "1,3");
        Files.createSymbolicLink(
                artifacts.resolve("link.txt"), Files.writeString(place.resolve("outside.txt"), "secret"));
        try (ServedFixture files = ServedFixture.open(own)) {
            String base = "/runs/" + id + "/artifacts/";

            var page = files.get(base + "notes/page.html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).isEqualTo("<script>alert(1)</script>");
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("sandbox;");

            var model = files.get(base + "model%20%231.bin");
            assertThat(model.body()).isEqualTo("weights");
            assertThat(model.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename*=UTF-8''model%20%231.bin");

            assertThat(files.get(base + "unlisted.txt").statusCode()).isEqualTo(404);
            assertThat(files.get(base + "link.txt").statusCode()).isEqualTo(404);

            var changed = files.get(base + "lift.csv");
            assertThat(changed.statusCode()).isEqualTo(409);
            assertThat(changed.body()).contains("not what the run has recorded").doesNotContain("1,3");
        }
    }

    private static RunEvent artifact(String name, String content) {
        return new RunEvent.Artifact(name, null, content.length(), Sha256.of(content), List.of());
    }
}
