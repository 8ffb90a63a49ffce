package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTests {

    @TempDir
    Path directory;

    private MotorProject project;

    @BeforeEach
    void open() throws IOException {
        project = new MotorProject(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "validation.rmse, 0.6, 0.5, −0.1000 better",
        "validation.rmse, 0.5, 0.6, +0.1000 worse",
        "validation.gini, 0.5, 0.6, +0.1000 better",
        "validation.gini, 0.5, 0.5, ±0",
        "other.gini, 0.5, 0.6, +0.1000",
    })
    void saysWhichIsBetterByTheMetricsDirectionAndOnlyOnTheSameData(
            String name, double champion, double challenger, String shown) throws IOException {
        List<ChallengeMetric> metrics = ChallengeMetric.of(
                run(1).metric(name, champion).close(),
                run(2).metric(name, challenger).close(),
                List.of());
        assertThat(metrics)
                .singleElement()
                .satisfies(metric -> assertThat(metric.shown()).isEqualTo(shown));
    }

    @Test
    void callsFiguresOfOtherRowsNotComparable() throws IOException {
        RunRecord champion = run(1).metric("validation.rmse", 0.6).close();
        RunRecord challenger = run(2).metric("validation.rmse", 0.5)
                .event(new RunEvent.Data(data("validation", MotorProject.hex64("other rows"))))
                .close();
        assertThat(ChallengeMetric.of(champion, challenger, List.of()).get(0).shown())
                .isEqualTo("−0.1000 (≠ NOT COMPARABLE)");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-0.1, '[−0.2000, −0.0500]'", "-0.3, -"})
    void showsTheIntervalThatTheRunLoggedOnlyWhenItIsOfThisDifference(double logged, String interval)
            throws IOException {
        RunRecord champion = run(1).metric("validation.rmse", 0.6).close();
        RunRecord challenger = run(2).metric("validation.rmse", 0.5)
                .metric("validation.rmse.difference", logged)
                .metric("validation.rmse.difference.lower", -0.2)
                .metric("validation.rmse.difference.upper", -0.05)
                .close();
        assertThat(ChallengeMetric.of(champion, challenger, List.of()))
                .extracting(ChallengeMetric::name, ChallengeMetric::interval)
                .containsExactly(tuple("validation.rmse", interval));
    }

    @Test
    void putsWhatTheTrainingHasSeenLeastFirst() throws IOException {
        RunRecord champion = judgedOnThreeSets(1);
        assertThat(ChallengeMetric.of(champion, judgedOnThreeSets(2), List.of()))
                .extracting(ChallengeMetric::name)
                .containsExactly("holdout.rmse", "validation.rmse", "other.rmse", "train.rmse");
    }

    private RunRecord judgedOnThreeSets(int number) throws IOException {
        MotorRun run = run(number);
        for (String set : List.of("train", "validation", "holdout")) {
            run.event(new RunEvent.Data(new DatasetRecord(
                    set,
                    set.toUpperCase(Locale.ROOT),
                    null,
                    MotorProject.hex64(set),
                    "table/v1",
                    1L,
                    List.of(),
                    null,
                    List.of(),
                    null)));
        }
        return run.metric("train.rmse", 1)
                .metric("other.rmse", 1)
                .metric("validation.rmse", 1)
                .metric("holdout.rmse", 1)
                .close();
    }

    @Test
    void namesWhatChangedInParamsDataDependenciesAndCode() throws IOException {
        ReportRun champion = new ReportRun(
                run(1).param("max_depth", 5, Origin.USER).close(),
                source("a"),
                java("17.0.1", "3.0.3"),
                directory,
                true);
        ReportRun challenger = new ReportRun(
                run(2).param("max_depth", 6, Origin.USER)
                        .param("eta", 0.1, Origin.USER)
                        .event(new RunEvent.Data(data("validation", "f".repeat(64))))
                        .close(),
                source("b"),
                java("17.0.2", "3.0.4"),
                directory,
                false);
        assertThat(ChallengeChange.between(champion, challenger))
                .extracting(change ->
                        change.kind() + " " + change.name() + " " + change.champion() + " " + change.challenger())
                .containsExactly(
                        "param eta null 0.1",
                        "param max_depth 5 6",
                        "data validation " + MotorProject.hex64("VALIDATION").substring(0, 12) + " ffffffffffff",
                        "dependency xgboost4j_2.12 3.0.3 (333333333333) 3.0.4 (333333333333)",
                        "runtime Java 17.0.1 17.0.2",
                        "code commit aaaaaaaaaaaa bbbbbbbbbbbb");
    }

    @Test
    void saysWhyThereIsNothingToCompare() throws IOException {
        MotorProject typical = MotorProject.typical(directory.resolve("typical"));
        ReportInput input = typical.input();
        assertThat(Challenge.of(input).get(0).obstacle()).isNull();
        assertThat(obstacle(typical, new Past(input.past().registry(), Map.of(), List.of())))
                .isEqualTo("The run of motor-frequency/1 is not in the history: restore it from a backup.");
        assertThat(obstacle(typical, Past.NONE))
                .isEqualTo("No version of motor-frequency is in Production: there is nothing to compare with.");
    }

    @Test
    void namesAllModelsWithoutAVersionInProductionOnce() throws IOException {
        MotorProject typical = MotorProject.typical(directory.resolve("typical"));
        Challenge one = Challenge.of(typical.input(typical.gates(), Past.NONE)).get(0);
        Challenge other = new Challenge("severity", null, null, one.challenger(), List.of(), List.of());
        assertThat(Challenge.obstacles(List.of(one, other, one)))
                .containsExactly(
                        "No version of motor-frequency, severity is in Production: there is nothing to compare with.");
        assertThat(new MarkdownReport(typical.input(typical.gates(), Past.NONE)).text())
                .contains("### Without a champion\n\n- No version of motor-frequency is in Production:");
    }

    @Test
    void saysHowOftenHeldOutDataHasBeenLookedAtWithAndWithoutAChampion() throws IOException {
        MotorProject typical = MotorProject.typical(directory.resolve("typical"));
        assertThat(new MarkdownReport(typical.input()).text())
                .contains(" of Motor_2026_Frequency_Grid. Looks at held-out data so far: `holdout` 3.\n");
        assertThat(new MarkdownReport(typical.input(typical.gates(), Past.NONE)).text())
                .containsPattern("- Run `[0-9a-f]{8}` of [^.]+\\. Looks at held-out data so far: `holdout` 3\\.\n");
    }

    private static String obstacle(MotorProject typical, Past past) {
        return Challenge.of(typical.input(typical.gates(), past)).get(0).obstacle();
    }

    private MotorRun run(int number) {
        return new MotorRun(project.root(), "E", number);
    }

    private static DatasetRecord data(String name, String sha256) {
        return new DatasetRecord(name, "VALIDATION", null, sha256, "table/v1", 1L, List.of(), null, List.of(), null);
    }

    private static SourceState source(String digit) {
        return new SourceState(
                "git", null, digit.repeat(40), "main", null, null, false, false, null, null, List.of(), true);
    }

    private static EnvironmentState java(String version, String xgboost) {
        return new EnvironmentState(
                version,
                null,
                null,
                "Linux",
                null,
                null,
                null,
                2,
                0,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(new EnvironmentState.Entry("xgboost4j_2.12-" + xgboost + ".jar", "3".repeat(64), 1L)));
    }
}
