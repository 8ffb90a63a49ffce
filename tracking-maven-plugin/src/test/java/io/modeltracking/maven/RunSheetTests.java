package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.BUILD;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSheetTests {

    private static final String DATA = "d".repeat(64);

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void find() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void showsWhatIsKnownOfARun() throws IOException {
        RunFixture fixture = run(root, 1);
        String source = new FactStore(root)
                .put(new SourceState(
                        "git", null, "c0ffee", "main", "git", null, true, false, "sha1", null, List.of(), true));
        fixture.event(new RunEvent.Fact("source", source))
                .param("max_depth", 5)
                .metric("test.rmse", 0.75, 1)
                .metric("test.rmse", 0.5123456789, 2)
                .event(new RunEvent.Check(
                        "test.rmse <= 0.5",
                        "metric",
                        "test.rmse",
                        0.5123456789,
                        null,
                        0.5,
                        0.02,
                        Verdict.REJECTED,
                        "too large"))
                .event(new RunEvent.Data(new DatasetRecord(
                        "test", "HOLDOUT", null, DATA, "table/v1", 4000L, List.of(), null, null, null)))
                .event(new RunEvent.Tag("team", "pricing"))
                .event(new RunEvent.Note("why\nstatus: so"))
                .event(new RunEvent.Warning("autolog-off", "no agent"))
                .ended(Status.FAILED, Verdict.REJECTED);
        assertThat(sheet().lines(new MetricPatterns(null)))
                .contains(
                        "run: " + id(1),
                        "experiment: Motor_2026_Frequency, model Motor_2026_Frequency",
                        "status: FAILED, REJECTED",
                        "started: 2026-11-23 08:00 UTC, 1 s, by Ada (git, CLAIMED)",
                        "test: org.example.FrequencyIT#frequency",
                        "build: " + BUILD + " of org.example:pricing",
                        "commit: c0ffee on main, DIRTY",
                        "params (1):",
                        "  max_depth  5      user",
                        "  NAME           LAST       MIN   MAX",
                        "  test.rmse  0.512346  0.512346  0.75",
                        "  REJECTED  test.rmse <= 0.5  0.512346",
                        "  test  HOLDOUT  4000  " + DATA.substring(0, 16),
                        "tag team: pricing",
                        "note: why",
                        "  status: so",
                        "warning: autolog-off: no agent")
                .anyMatch(line -> line.startsWith("journal sha256: "))
                .noneMatch(line -> line.startsWith("parent"));
    }

    @Test
    void isWrittenWhole() throws IOException {
        run(root, 1).metric("m", Double.NaN, 1).metric("m", 0.1, 2).finished();
        JsonNode json = RunJson.mapper().readTree(sheet().json());
        assertThat(json.at("/run/metrics")).hasSize(2);
        assertThat(json.at("/run/metrics/0/value").asText()).isEqualTo("NaN");
        assertThat(json.at("/run/started/experiment").asText()).isEqualTo("Motor_2026_Frequency");
        assertThat(json.at("/journalSha256").asText()).hasSize(64);
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        RunFixture fixture = run(root, 1);
        String source = new FactStore(root).put(List.of("x"));
        fixture.event(new RunEvent.Fact("source", source)).finished();
        Files.delete(root.fact(source));
        assertThat(sheet().lines(new MetricPatterns(null)))
                .anyMatch(line -> line.startsWith("problem: The source of run " + id(1).substring(0, 8)))
                .noneMatch(line -> line.startsWith("commit"));
    }

    private RunSheet sheet() {
        try (RunHistory history = RunHistory.open(root, Clock.systemUTC(), "1")) {
            return history.sheet(id(1), new Registry(new TreeMap<>(), List.of(), null));
        }
    }
}
