package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineGateTests {

    @TempDir
    Path base;

    private int made;

    @ParameterizedTest
    @CsvSource({
        "test.rmse, 0.6,  0.601, 0.001, PASSED",
        "test.rmse, 0.6,  0.602, 0.001, FAILED",
        "test.rmse, 0.6,  0.1,   0,     PASSED",
        "test.rmse, 0.6,  0.606, 1%,    PASSED",
        "test.rmse, 0.6,  0.607, 1 %,   FAILED",
        "test.gini, 0.3,  0.297, 1%,    PASSED",
        "test.gini, 0.3,  0.296, 1%,    FAILED",
        "test.gini, -0.3, -0.303, 1%,   PASSED",
    })
    void aRegressionStaysWithinItsAmount(
            String metric, double champion, double challenger, String amount, GateVerdict verdict) {
        assertThat(regression(metric, amount, challenger, champion).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "test.rmse, 0.6, 0.599, 0.001, PASSED",
        "test.rmse, 0.6, 0.6,   0.001, FAILED",
        "test.gini, 0.3, 0.303, 1%,    PASSED",
        "test.gini, 0.3, 0.302, 1%,    FAILED",
    })
    void anImprovementReachesItsAmount(
            String metric, double champion, double challenger, String amount, GateVerdict verdict) {
        Gate gate = gate(metric, null, amount, false);
        assertThat(judge(gate, run(metric, challenger, "a"), run(metric, champion, "a"))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void figuresThatWereAcceptedNeedNoRun() {
        BaselineRecord accepted = BaselineRecord.of("accepted", "the accepted run", run("test.rmse", 0.6, "a"));
        Baselines baselines = (name, run) -> Optional.of(new Baseline(name, Optional.empty(), Optional.of(accepted)));
        Gate gate = Gate.of("Motor", "test.rmse", null, null, null, BaselineRule.of("Accepted", "0", null, false));
        assertThat(evaluate(gate, run("test.rmse", 0.6, "a"), baselines).passed())
                .isTrue();
        assertThat(evaluate(gate, run("test.rmse", 0.7, "a"), baselines).reason())
                .isEqualTo("it is 0.7 against 0.6 of accepted");
        assertThat(evaluate(gate, run("test.rmse", 0.6, "a"), Baselines.NONE).reason())
                .contains("mvn tracking:accept -Drun=");
    }

    @Test
    void saysWhatItWasComparedWith() {
        assertThat(regression("test.rmse", "0.001", 0.6012345, 0.6))
                .hasToString("Motor: test.rmse at most 0.001 worse than production, but it is 0.601235 against 0.6 of"
                        + " motor/3 (Production) (run " + RunFixture.id(1).substring(0, 8) + ")");
    }

    @Test
    void otherDataIsNotComparable() {
        GateResult result =
                judge(gate("test.rmse", "0.1", null, false), run("test.rmse", 0.5, "a"), run("test.rmse", 0.6, "b"));
        assertThat(result.verdict()).isEqualTo(GateVerdict.NOT_COMPARABLE);
        assertThat(result.passed()).isFalse();
        assertThat(result.reason())
                .isEqualTo("NOT COMPARABLE, \"test\" is data aaaaaaaa here and bbbbbbbb for motor/3 (Production)");
    }

    @Test
    void aHashOfAJournalMayBeAnything() {
        RunRecord odd = fixture()
                .metric("test.rmse", 0.5)
                .event(new RunEvent.Data(
                        new DatasetRecord("test", null, null, "x", "table/v1", 1L, null, null, null, null)))
                .finished();
        assertThat(judge(gate("test.rmse", "0.1", null, false), odd, run("test.rmse", 0.6, "b"))
                        .reason())
                .isEqualTo("NOT COMPARABLE, \"test\" is data x here and bbbbbbbb for motor/3 (Production)");
    }

    @Test
    void dataThatNobodyRecordedIsNotComparable() {
        RunRecord bare = fixture().metric("test.rmse", 0.5).finished();
        assertThat(judge(gate("test.rmse", "0.1", null, false), bare, run("test.rmse", 0.6, "a"))
                        .reason())
                .isEqualTo(
                        "NOT COMPARABLE, this run recorded no data set \"test\": log it by run.dataset(\"test\", …)");
    }

    @Test
    void theFirstBuildHasNoBaseline() {
        RunRecord first = run("test.rmse", 0.5, "a");
        assertThat(evaluate(gate("test.rmse", "0.1", null, false), first, Baselines.NONE))
                .matches(result -> !result.passed())
                .asString()
                .contains("there is no baseline")
                .contains("<ignoreMissingBaseline>");
        assertThat(evaluate(gate("test.rmse", "0.1", null, true), first, Baselines.NONE))
                .matches(GateResult::passed)
                .asString()
                .contains("and it is without a baseline");
    }

    @Test
    void failsWhatHasNoBetterAndWorse() {
        assertThat(regression("test.actual_expected", "0.1", 1.0, 1.0))
                .matches(result -> !result.passed())
                .asString()
                .contains("log it with a Direction");
        assertThat(regression("test.rmse", "0.1", Double.NaN, 1.0)).matches(result -> !result.passed());
    }

    @Test
    void failsWhereTheBaselinesRunIsLost() {
        Baselines lost = (name, run) -> Optional.of(new Baseline("motor/3 (Production)", Optional.empty()));
        assertThat(evaluate(gate("test.rmse", "0.1", null, true), run("test.rmse", 0.5, "a"), lost))
                .matches(result -> !result.passed())
                .asString()
                .contains("the run of motor/3 (Production) is not in the history");
    }

    @Test
    void failsWithTheReasonWhereTheBaselinesRunIsNotWhatItWas() {
        Baselines changed = (name, run) -> Optional.of(
                new Baseline("motor/3 (Production)", Optional.empty(), Optional.empty(), "its journal was changed"));
        assertThat(evaluate(gate("test.rmse", "0.1", null, true), run("test.rmse", 0.5, "a"), changed))
                .matches(result -> !result.passed())
                .asString()
                .contains("its journal was changed");
    }

    @Test
    void goesByTheDeclaredDirectionAndByNoOtherWord() {
        RunRecord champion = declared(0.5, "MAXIMIZE");
        assertThat(judge(gate("test.profit", "0", null, false), declared(0.6, "MAXIMIZE"), champion)
                        .passed())
                .isTrue();
        assertThat(judge(gate("test.profit", "0", null, false), declared(0.6, "SIDEWAYS"), champion)
                        .reason())
                .contains("log it with a Direction");
    }

    private RunRecord declared(double value, String direction) {
        return fixture()
                .event(new RunEvent.Metric("test.profit", value, null, 0, direction))
                .event(new RunEvent.Data(dataset("a")))
                .finished();
    }

    @Test
    void judgesThresholdAndBaselineInOneGate() {
        Gate gate = Gate.of("Motor", "test.rmse", null, null, "0.5", rules("0.1", null, false));
        List<GateResult> results = GateEvaluator.evaluate(
                List.of(gate), List.of(run("test.rmse", 0.55, "a")), production(run("test.rmse", 0.5, "a")));
        assertThat(results).extracting(GateResult::passed).containsExactly(false, true);
        assertThat(gate).hasToString("Motor: test.rmse <= 0.5 and at most 0.1 worse than production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "a", "", "%", "1e999", "NaN"})
    void refusesWhatIsNoAmount(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(amount, null, false))
                .withMessageContaining("<maxRegression> is \"" + amount + "\"");
    }

    @Test
    void refusesHalfAComparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineRule.of("production", null, null, false))
                .withMessageContaining("neither <maxRegression> nor <minImprovement>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineRule.of(null, "1", null, false))
                .withMessageContaining("no <baseline>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineRule.of("yesterday", "1", null, false))
                .withMessageContaining("yesterday");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "m", Statistic.MEAN, null, null, rules("1", null, false)))
                .withMessageContaining("use WINNER or ALL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "lower(m)", null, "0", null, rules("1", null, false)))
                .withMessageContaining("make two gates of it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "looks(test)", null, "0", null, rules("1", null, false)))
                .withMessageContaining("looks(…) is a count");
    }

    private GateResult regression(String metric, String amount, double challenger, double champion) {
        return judge(gate(metric, amount, null, false), run(metric, challenger, "a"), run(metric, champion, "a"));
    }

    private static GateResult judge(Gate gate, RunRecord challenger, RunRecord champion) {
        return evaluate(gate, challenger, production(champion));
    }

    private static Baselines production(RunRecord champion) {
        return (name, run) -> Optional.of(new Baseline("motor/3 (Production)", Optional.of(champion)));
    }

    private static GateResult evaluate(Gate gate, RunRecord run, Baselines baselines) {
        List<GateResult> results = GateEvaluator.evaluate(List.of(gate), List.of(run), baselines);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Gate gate(String metric, String maxRegression, String minImprovement, boolean ignoreMissing) {
        return Gate.of("Motor", metric, null, null, null, rules(maxRegression, minImprovement, ignoreMissing));
    }

    private static List<BaselineRule> rules(String maxRegression, String minImprovement, boolean ignoreMissing) {
        return BaselineRule.of("production", maxRegression, minImprovement, ignoreMissing);
    }

    private RunRecord run(String metric, double value, String data) {
        return fixture()
                .metric(metric, value)
                .event(new RunEvent.Data(dataset(data)))
                .finished();
    }

    private static DatasetRecord dataset(String data) {
        return new DatasetRecord("test", null, null, data.repeat(64), "table/v1", 1L, null, null, null, null);
    }

    private RunFixture fixture() {
        return RunFixture.run(TrackingRoot.find(base, base.toString()), ++made).experiment("Motor");
    }
}
