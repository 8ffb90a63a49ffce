package io.modeltracking.gate;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateEvaluatorTests {

    private static final String LINEAR = "Motor_2026_Linear";
    private static final String TREES = "Motor_2026_Trees";
    private static final RunEvent OBJECTIVE = new SearchEvent.Objective("rmse", "MINIMIZE", null, null);

    @TempDir
    Path base;

    private TrackingRoot root;
    private final List<RunRecord> runs = new ArrayList<>();

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void passesAtTheThresholdItself() {
        runs.add(run(1, LINEAR).metric("rmse", 0.6).finished());
        assertThat(lines("rmse", null, null, "0.60"))
                .containsExactly(LINEAR + ": rmse <= 0.60, and it is 0.6 (run " + id(1).substring(0, 8) + ")");
        assertThat(lines("rmse", null, "0.6", null)).singleElement().asString().contains(">= 0.6, and it is 0.6");
    }

    @Test
    void showsNoFailingFigureAsPassing() {
        runs.add(run(1, LINEAR)
                .metric("rmse", 0.6000000001)
                .metric("gini", 0.2999999999)
                .finished());
        assertThat(lines("rmse", null, null, "0.60")).singleElement().asString().contains("but it is 0.600001");
        assertThat(lines("gini", null, "0.30", null)).singleElement().asString().contains("but it is 0.299999");
        assertThat(lines("rmse", null, "0.60", null)).singleElement().asString().contains("and it is 0.600001");
        assertThat(lines("gini", null, null, "0.30")).singleElement().asString().contains("and it is 0.299999");
    }

    @Test
    void judgesBothSidesAndEachRunByItself() {
        runs.add(run(1, LINEAR).metric("ae", 0.9).finished());
        runs.add(run(2, TREES).metric("ae", 1.0).finished());
        List<GateResult> results = evaluate("ae", null, "0.95", "1.05");
        assertThat(results).extracting(GateResult::experiment).containsExactly(LINEAR, LINEAR, TREES, TREES);
        assertThat(results).extracting(GateResult::passed).containsExactly(false, true, true, true);
        assertThat(results.get(0).observed()).isEqualTo(0.9);
        assertThat(results.get(0).min()).isEqualTo(0.95);
        assertThat(results.get(0).max()).isNull();
        assertThat(results.get(1).max()).isEqualTo(1.05);
        assertThat(results.get(0).runs()).containsExactly(id(1));
    }

    @Test
    void failsOnNaNMissingMetricsAndMissingRuns() {
        assertThat(lines("rmse", null, null, "1"))
                .containsExactly("Motor_*: rmse <= 1, but no run of it is in this build");
        runs.add(run(1, LINEAR).metric("rmse", Double.NaN).finished());
        runs.add(run(2, TREES).metric("mae", 1).finished());
        runs.add(run(3, "Motor_Void").finished());
        assertThat(evaluate("rmse", null, "0", "1")).noneMatch(GateResult::passed);
        assertThat(lines("rmse", null, null, "1"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("but it is NaN"))
                .anySatisfy(line -> assertThat(line).contains("it was never logged"))
                .anySatisfy(line -> assertThat(line).contains("logged no metric at all"));
        for (Statistic statistic : Statistic.values()) {
            assertThat(evaluate("rmse", statistic, "0", null))
                    .as(statistic.name())
                    .anyMatch(result -> !result.passed());
        }
    }

    @Test
    void takesTheSelectedValueOfAMetric() {
        runs.add(run(1, LINEAR).metric("loss", 0.2, 1).metric("loss", 0.4, 2).finished());
        assertThat(evaluate("loss", null, null, "0.3")).noneMatch(GateResult::passed);
        assertThat(evaluate("loss@min", null, null, "0.3")).allMatch(GateResult::passed);
    }

    @Test
    void takesAStudysRunForItsWinnerAndItsAcceptedTrialsForAll() {
        runs.add(run(1, TREES).event(OBJECTIVE).metric("rmse", 0.5).finished());
        runs.add(run(2, TREES).parent(id(1)).trial(0).metric("rmse", 0.5).finished());
        runs.add(run(3, TREES).parent(id(1)).trial(1).metric("rmse", 0.7).finished());
        runs.add(run(4, TREES).parent(id(1)).trial(2).metric("rmse", 0.1).ended(Status.ABORTED, Verdict.REJECTED));
        runs.add(run(5, TREES).parent(id(2)).metric("rmse", 9).finished());
        assertThat(lines("rmse", Statistic.WINNER, null, "0.6"))
                .containsExactly(TREES + ": rmse <= 0.6, and it is 0.5 (run " + id(1).substring(0, 8) + ")");
        assertThat(evaluate("rmse", Statistic.ALL, null, "0.6"))
                .extracting(GateResult::observed)
                .containsExactly(0.5, 0.7);
        assertThat(evaluate("rmse", Statistic.MIN, "0", null).get(0).observed()).isEqualTo(0.5);
        assertThat(evaluate("rmse", Statistic.MAX, "0", null).get(0).observed()).isEqualTo(0.7);
        assertThat(evaluate("rmse", Statistic.MEAN, "0", null).get(0).observed())
                .isEqualTo(0.6);
    }

    @Test
    void countsTrialsThatAStudyTookOver() {
        runs.add(run(1, TREES)
                .event(OBJECTIVE)
                .event(new SearchEvent.Reused(0, id(2)))
                .metric("rmse", 0.5)
                .finished());
        assertThat(lines("rmse", Statistic.ALL, null, "0.6"))
                .containsExactly(
                        TREES + ": rmse <= 0.6 (ALL), but trials that it took over from an earlier run are not in the"
                                + " history (run " + id(2).substring(0, 8) + ")");
        assertThat(evaluate("rmse", null, null, "0.6")).allMatch(GateResult::passed);
        runs.add(run(2, TREES).parent(id(9)).trial(0).metric("rmse", 0.55).finished());
        assertThat(evaluate("rmse", Statistic.ALL, null, "0.6"))
                .singleElement()
                .satisfies(result -> assertThat(result.observed()).isEqualTo(0.55));
    }

    @Test
    void looksAtTheLatestAttemptOnly() {
        runs.add(run(1, LINEAR).attempt(1, "[t]").metric("rmse", 0.1).ended(Status.FAILED, Verdict.REJECTED));
        runs.add(run(2, LINEAR)
                .attempt(2, "[t]")
                .startedAt(START.plusSeconds(5))
                .metric("rmse", 0.2)
                .finished());
        assertThat(evaluate("rmse", null, null, "1"))
                .singleElement()
                .satisfies(result -> assertThat(result.runs()).containsExactly(id(2)));
        Collections.reverse(runs);
        assertThat(evaluate("rmse", null, null, "1"))
                .singleElement()
                .satisfies(result -> assertThat(result.runs()).containsExactly(id(2)));
    }

    @Test
    void doesNotLetAnEarlierAttemptSpeakForAFailedOne() {
        runs.add(run(1, LINEAR).attempt(1, "[t]").metric("rmse", 0.1).finished());
        runs.add(run(2, LINEAR).attempt(2, "[t]").metric("rmse", 0.2).ended(Status.BROKEN, null));
        assertThat(lines("rmse", null, null, "1")).singleElement().asString().contains("no run was accepted: 1 BROKEN");
    }

    @Test
    void leavesOutWhatWasExpectedToBeRejected() {
        runs.add(run(1, LINEAR).metric("rmse", 0.5).finished());
        runs.add(run(2, "Motor_2026_Overfitted").metric("rmse", 9).ended(Status.FINISHED, Verdict.REJECTED));
        assertThat(evaluate("rmse", null, null, "1"))
                .extracting(GateResult::experiment)
                .containsExactly(LINEAR);
        runs.remove(0);
        assertThat(lines("rmse", null, null, "100"))
                .singleElement()
                .asString()
                .contains("every run of it was rejected, as @ExpectRejected asked");
    }

    @Test
    void failsAnExperimentWithoutAnAcceptedRunBesideOthersThatHaveOne() {
        runs.add(run(1, LINEAR).metric("rmse", 0.5).finished());
        runs.add(run(2, TREES).metric("rmse", 0.5).ended(Status.FAILED, Verdict.REJECTED));
        runs.add(run(3, TREES).unfinished());
        for (Statistic statistic : Statistic.values()) {
            assertThat(evaluate("rmse", statistic, null, "1"))
                    .as(statistic.name())
                    .filteredOn(result -> !result.passed())
                    .singleElement()
                    .asString()
                    .contains(TREES)
                    .contains("no run was accepted: 1 FAILED, 1 INTERRUPTED");
        }
    }

    @Test
    void leavesNestedRunsToTheirParents() {
        runs.add(run(1, LINEAR).metric("rmse", 0.5).finished());
        runs.add(run(2, LINEAR).parent(id(1)).metric("rmse", 9).finished());
        assertThat(evaluate("rmse", null, null, "1")).singleElement().matches(GateResult::passed);
    }

    @Test
    void joinsRunsByMinMaxAndMean() {
        runs.add(run(1, LINEAR).metric("rmse", 1e16).finished());
        runs.add(run(2, LINEAR).metric("rmse", 1).finished());
        runs.add(run(3, LINEAR).metric("rmse", -1e16).finished());
        assertThat(observed(Statistic.MIN)).isEqualTo(-1e16);
        assertThat(observed(Statistic.MAX)).isEqualTo(1e16);
        assertThat(observed(Statistic.MEAN)).isEqualTo(1.0 / 3);
        runs.add(run(4, LINEAR).metric("rmse", Double.POSITIVE_INFINITY).finished());
        assertThat(observed(Statistic.MEAN)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(evaluate("rmse", Statistic.MAX, "0", null).get(0).toString()).contains(" and 1 more)");
    }

    private double observed(Statistic statistic) {
        return evaluate("rmse", statistic, "0", null).get(0).observed();
    }

    private RunFixture run(int number, String experiment) {
        return RunFixture.run(root, number).experiment(experiment);
    }

    private List<GateResult> evaluate(String metric, Statistic statistic, String min, String max) {
        return GateEvaluator.evaluate(List.of(Gate.of("Motor_*", metric, statistic, min, max)), runs, Baselines.NONE);
    }

    private List<String> lines(String metric, Statistic statistic, String min, String max) {
        return evaluate(metric, statistic, min, max).stream()
                .map(GateResult::toString)
                .toList();
    }
}
