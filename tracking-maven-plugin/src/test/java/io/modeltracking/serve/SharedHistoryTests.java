package io.modeltracking.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerMirror;
import io.modeltracking.registry.Recorder;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Servers;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's history, served on a machine that made none of it: PostgreSQL and S3 have it. */
class SharedHistoryTests {

    private static final String MODEL = "weights";

    @TempDir
    Path base;

    private SharedSettings settings;
    private TrackingRoot ada;
    private TrackingRoot ben;
    private SharedStore shared;
    private ServedFixture server;

    @BeforeEach
    void share() throws Exception {
        settings = Servers.fresh();
        ada = root("ada");
        ben = root("ben");
        byte[] content = MODEL.getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i <= 5; i++) {
            RunFixture.run(ada, i)
                    .startedAt(RunFixture.START.plusSeconds(60 * i))
                    .metric("test.rmse", 1.0 / i)
                    .event(new RunEvent.Artifact("model.txt", null, content.length, Sha256.of(content), List.of()))
                    .finished();
            Files.write(
                    Files.createDirectories(ada.run(RunFixture.id(i)).resolve("artifacts"))
                            .resolve("model.txt"),
                    content);
        }
        record(ada);
        shared = SharedStore.open(settings, ben, Clock.systemUTC(), "0.1.0");
        server = ServedFixture.of(ben, shared);
    }

    @AfterEach
    void end() {
        server.close();
        shared.close();
    }

    private TrackingRoot root(String name) throws Exception {
        TrackingRoot root =
                TrackingRoot.find(base.resolve(name), base.resolve(name).toString());
        root.create();
        return root;
    }

    /** As a build does on its machine. */
    private void record(TrackingRoot root) {
        try (SharedStore store = SharedStore.open(settings, root, Clock.systemUTC(), "0.1.0");
                SharedLink link = SharedLink.to(store, problem -> {})) {
            Ledger ledger = new Ledger(root, Clock.systemUTC(), LedgerMirror.OFF, null, link);
            new Recorder(root, ledger, Clock.systemUTC(), "0.1.0").record(null, false);
        }
    }

    private JsonNode ask(String path) throws Exception {
        return new ObjectMapper().readTree(server.get(path).body());
    }

    private List<String> listed(String question) throws Exception {
        return ask("/api/runs?" + question).at("/runs").findValuesAsText("id");
    }

    private static List<String> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(RunFixture::id).toList();
    }

    @Test
    void listsWhatOtherMachinesMadeAndBringsOnlyWhatIsLookedAt() throws Exception {
        String best = URLEncoder.encode("metrics.test.rmse ASC", StandardCharsets.UTF_8);
        assertThat(listed("limit=2&order=" + best)).isEqualTo(ids(5, 4));
        assertThat(ask("/api/count").get("count").asInt()).isEqualTo(5);
        assertThat(ask("/api/ledger").at("/events/0/type").asText()).isEqualTo("RUN_RECORDED");
        assertThat(ben.run(RunFixture.id(2))).doesNotExist();

        JsonNode run = ask("/api/run?id=" + RunFixture.id(2));
        assertThat(run.at("/runs-0/runs/0/metrics/0/name").asText()).isEqualTo("test.rmse");
        assertThat(server.get("/runs/" + RunFixture.id(3) + "/artifacts/model.txt")
                        .body())
                .isEqualTo(MODEL);
        assertThat(ask("/api/compare?ids=" + RunFixture.id(1) + "," + RunFixture.id(2))
                        .at("/index/runs/id"))
                .hasSize(2);
        assertThat(ben.run(RunFixture.id(4))).doesNotExist();
        assertThat(server.log).isEmpty();
    }

    @Test
    void showsOwnRunsBeforeTheyAreShared() throws Exception {
        RunFixture.run(ben, 8).experiment("Other").unfinished();
        RunFixture.run(ben, 9).finished();
        assertThat(server.get("/api/state").statusCode()).isEqualTo(200);

        assertThat(listed("limit=3&offset=0")).hasSize(3).containsSequence(RunFixture.id(5));
        assertThat(listed("limit=3&offset=3")).isEqualTo(ids(4, 3, 2));
        assertThat(ask("/api/count").get("count").asInt()).isEqualTo(7);
        JsonNode experiments = ask("/api/experiments").get("experiments");
        assertThat(experiments.findValuesAsText("name")).containsExactlyInAnyOrder("Other", "Motor_2026_Frequency");
        assertThat(experiments.findValuesAsText("runs")).containsExactlyInAnyOrder("1", "6");

        record(ben);

        assertThat(ask("/api/count").get("count").asInt())
                .as("none of them twice")
                .isEqualTo(7);
    }

    @Test
    void noticesWhatOthersShareMeanwhile() throws Exception {
        int before = ask("/api/state").get("version").asInt();
        RunFixture.run(ada, 6).finished();
        record(ada);
        Thread.sleep(2_100);

        assertThat(ask("/api/state").get("version").asInt()).isGreaterThan(before);
        assertThat(listed("")).contains(RunFixture.id(6));
    }
}
