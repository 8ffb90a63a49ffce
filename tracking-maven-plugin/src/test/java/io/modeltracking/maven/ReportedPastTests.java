package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Gate;
import io.modeltracking.registry.Ledger;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of earlier builds, read from a real history. */
class ReportedPastTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void comparesWithTheLastRunOfAnEarlierBuildOfThisModule() throws IOException {
        earlier(1, "6", 0.7).startedAt(START.minusSeconds(200)).finished();
        earlier(2, "7", 0.6).startedAt(START.minusSeconds(100)).finished();
        earlier(3, "8", 0.1)
                .module("org.example:other")
                .startedAt(START.minusSeconds(50))
                .finished();
        earlier(4, "8", 0.2)
                .parent(RunFixture.id(2))
                .startedAt(START.minusSeconds(40))
                .finished();
        earlier(5, "8", 0.3).outsideBuild().startedAt(START.minusSeconds(30)).finished();
        run(root, 6).metric("rmse", 0.5).finished();
        JsonNode change = report().at("/changes/0");
        assertThat(change.path("state").asText()).isEqualTo("CHANGED");
        assertThat(change.path("build").asText()).isEqualTo("7");
        assertThat(change.at("/metrics/0/before").asDouble()).isEqualTo(0.6);
        assertThat(change.at("/metrics/0/now").asDouble()).isEqualTo(0.5);
        assertThat(change.path("sameData").asBoolean()).isFalse();
    }

    @Test
    void warnsOfALedgerThatWasChangedInsteadOfShowingARegistry() throws IOException {
        run(root, 1).metric("rmse", 0.4).finished();
        assertThat(report().path("warnings")).isEmpty();
        run(root, 2).metric("rmse", 0.4).finished();
        report();
        Path ledger = root.directory().resolve(Ledger.FILE);
        List<String> lines = Files.readAllLines(ledger);
        Files.write(ledger, List.of(lines.get(0).replace("pricing", "pr1cing"), lines.get(1)));
        assertThat(report().at("/warnings/0").asText())
                .startsWith("The registry is not shown: Line 1 of ")
                .contains("was changed after it was written");
    }

    private RunFixture earlier(int number, String build, double rmse) {
        return run(root, number).build(build).metric("rmse", rmse);
    }

    private JsonNode report() throws IOException {
        ModuleReport report = ModuleReport.of(
                new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0"),
                RunFixture.build(root),
                List.of(Gate.of("Motor_*", "rmse", null, null, "1")),
                Optional.empty());
        Path file = report.write("Pricing", base.resolve("report"), Set.of(ReportFormat.JSON))
                .get(0);
        return RunJson.mapper().readTree(file.toFile());
    }
}
