package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Gate;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Ledger;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

    @Test
    void namesRunsThatDifferFromEarlierOnesInTheirResultsAlone() throws IOException {
        for (int i = 2; i <= 7; i++) {
            same(i, "c").build("6").metric("rmse", 0.5 + i / 10.0).finished();
        }
        same(8, "c")
                .build("6")
                .trial(1)
                .parent(RunFixture.id(9))
                .metric("rmse", 3)
                .finished();
        same(1, "c").metric("rmse", 0.5).finished();
        JsonNode warnings = report().path("warnings");
        assertThat(warnings).hasSize(1);
        String warning = warnings.get(0).asText();
        assertThat(warning)
                .startsWith("FLAKY: Motor_2026_Frequency with the same code, params, seed and data: "
                        + RunFixture.id(1).substring(0, 8) + ", ")
                .endsWith(" and 3 more differ in rmse");
        assertThat(Files.readString(base.resolve("report/summary.md"))).contains("- " + warning);
    }

    @Test
    void saysNothingOfRunsOfOtherCodeNorOfRunsBeforeThatOnlyDifferAmongThemselves() throws IOException {
        same(1, "c").metric("rmse", 0.5).finished();
        same(2, "other").build("6").metric("rmse", 0.6).finished();
        same(3, "other").build("6").metric("rmse", 0.7).finished();
        run(root, 4).build("6").metric("rmse", 0.8).finished();
        assertThat(report().path("warnings")).isEmpty();
    }

    @Test
    void saysHowOftenHeldOutDataHasBeenLookedAtInThisBuildAndBefore() throws IOException {
        same(2, "b").build("6").metric("test.rmse", 0.7).finished();
        same(3, "c").build("7").metric("test.rmse", 0.6).finished();
        same(4, "c").build("7").param("depth", 3).metric("validation.rmse", 0.6).finished();
        same(1, "c").metric("test.rmse", 0.6).finished();
        run(root, 5).startedAt(START.plusSeconds(9)).metric("test.rmse", 0.6).finished();
        JsonNode runs = report().path("runs");
        assertThat(runs.at("/0/looks/test").asInt()).isEqualTo(2);
        assertThat(runs.get(1).has("looks")).isFalse();
    }

    private RunFixture same(int number, String commit) throws IOException {
        SourceState source =
                new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true);
        root.create();
        return run(root, number)
                .event(new RunEvent.Fact("source", new FactStore(root).put(source)))
                .event(new RunEvent.Data(new DatasetRecord(
                        "test", "HOLDOUT", null, "d".repeat(64), "table/v1", 3L, List.of(), null, null, null)))
                .event(new RunEvent.Seed("seed/v1", 1, List.of(), 7));
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
        Path file = report
                .write(
                        "Pricing",
                        base.resolve("report"),
                        EnumSet.of(ReportFormat.MARKDOWN, ReportFormat.JSON),
                        ListingRequest.ALL)
                .stream()
                .filter(one -> one.endsWith("report.json"))
                .findFirst()
                .orElseThrow();
        return RunJson.mapper().readTree(file.toFile());
    }
}
