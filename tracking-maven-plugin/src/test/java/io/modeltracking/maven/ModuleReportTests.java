package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.Gate;
import io.modeltracking.registry.Ledger;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReportTests {

    private static final Gate GATE = Gate.of("Motor_*", "rmse", null, null, "0.5");

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void takesNewRunsInAndJudgesThoseOfThisBuildAndModuleOnly() {
        run(root, 1).metric("rmse", 0.4).finished();
        run(root, 2).module("org.example:other").metric("rmse", 9).finished();
        run(root, 3).outsideBuild().metric("rmse", 9).finished();
        ModuleReport report = report(Optional.empty());
        assertThat(report.runs()).extracting(RunRecord::id).containsExactly(id(1));
        assertThat(report.violations()).isEmpty();
        assertThat(outcome(report).headline()).isEqualTo("The gate holds, over 1 run.");
    }

    @Test
    void judgesTheSameTestOfAllModulesTogether() {
        run(root, 1).metric("rmse", 0.4).attempt(1, "[test]").finished();
        run(root, 2)
                .module("org.example:other")
                .metric("rmse", 0.6)
                .attempt(1, "[test]")
                .finished();
        run(root, 3).outsideBuild().metric("rmse", 9).finished();
        ModuleReport report = ModuleReport.ofAllModules(
                new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "1"),
                RunFixture.build(root),
                List.of(GATE),
                Optional.empty(),
                List.of("told"));
        assertThat(report.runs()).extracting(RunRecord::id).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(report.violations())
                .singleElement()
                .satisfies(result -> assertThat(result.runs()).containsExactly(id(2)));
        assertThat(report.warnings()).containsExactly("told");
    }

    @Test
    void readsTheTrialsOfEarlierBuildsThatAStudyTookOver() {
        run(root, 1)
                .event(new SearchEvent.Objective("rmse", "MINIMIZE", null, null))
                .event(new SearchEvent.Reused(0, id(2)))
                .event(new SearchEvent.Reused(1, id(3)))
                .metric("rmse", 0.4)
                .finished();
        run(root, 2).outsideBuild().parent(id(9)).trial(0).metric("rmse", 0.4).finished();
        run(root, 4).outsideBuild().parent(id(9)).trial(2).metric("rmse", 9).finished();
        ModuleReport report = report(Optional.empty());
        assertThat(report.runs()).extracting(RunRecord::id).containsExactly(id(1), id(2));
        assertThat(report.violations()).isEmpty();
    }

    @Test
    void listsEveryViolationAndWhereToGoOn() throws IOException {
        run(root, 1).metric("rmse", 0.51).finished();
        run(root, 2).metric("rmse", Double.NaN).startedAt(START.plusSeconds(1)).finished();
        Path index = Files.createFile(base.resolve("index.html"));
        assertThat(outcome(report(Optional.empty())).message(index).lines())
                .containsExactly(
                        "2 violations of the gates of org.example:pricing:",
                        "- Motor_2026_Frequency: rmse <= 0.5, but it is 0.51 (run " + id(1).substring(0, 8) + ")",
                        "- Motor_2026_Frequency: rmse <= 0.5, but it is NaN (run " + id(2).substring(0, 8) + ")",
                        "Report: " + index,
                        "To build without failing on gates: mvn verify -Dtracking.haltOnFailure=false");
    }

    @Test
    void guessesWhyRunsDoNotKnowOfTheBuild() {
        run(root, 1).outsideBuild().startedAt(START.plusSeconds(1)).finished();
        run(root, 2).outsideBuild().startedAt(START.minusSeconds(1)).finished();
        assertThat(outcome(report(Optional.empty())).message(base.resolve("none")))
                .contains("no run of it is in this build")
                .contains("1 run(s) were made since the build began")
                .contains("@{argLine}")
                .doesNotContain("Report:");
    }

    @Test
    void evaluatesNoGateWhereTheyStandAside() {
        run(root, 1).metric("rmse", 9).finished();
        ModuleReport report = report(Optional.of("tests are filtered"));
        assertThat(report.results()).isEmpty();
        assertThat(report.runs()).hasSize(1);
        assertThat(report.standsAside()).isEqualTo("tests are filtered");
    }

    @Test
    void failsWithoutRunsWhenTheyAreRequired() {
        ModuleReport report = ModuleReport.of(history(), RunFixture.build(root), List.of(), Optional.empty());
        assertThat(CheckOutcome.of(false, report).passed()).isTrue();
        assertThat(CheckOutcome.of(false, report).headline()).startsWith("No gates are configured; 0 runs");
        assertThat(CheckOutcome.of(true, report).violations())
                .singleElement()
                .asString()
                .contains("requireRuns");
    }

    @Test
    void warnsOfWhatItHadToSkip() throws IOException {
        root.create();
        Files.writeString(root.runs().resolve("foreign.txt"), "x");
        assertThat(report(Optional.empty()).warnings())
                .singleElement()
                .asString()
                .contains("foreign.txt");
    }

    private ModuleReport report(Optional<String> standsAside) {
        return ModuleReport.of(history(), RunFixture.build(root), List.of(GATE), standsAside);
    }

    private static CheckOutcome outcome(ModuleReport report) {
        return CheckOutcome.of(false, report);
    }

    private BuildRuns history() {
        return new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0");
    }
}
