package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the interval of the difference: all of it keeps to the limit, none of it does, or the data cannot tell. */
class DifferenceGateTests {

    @TempDir
    Path base;

    private RunRecord run;

    @BeforeEach
    void open() {
        run = RunFixture.run(TrackingRoot.find(base, base.toString()), 1)
                .experiment("Motor")
                .finished();
    }

    /** With a difference that is there, whatever the run. */
    private record Known(Difference difference) implements Baselines {

        @Override
        public Optional<Baseline> of(String baseline, RunRecord run) {
            return Optional.of(new Baseline("motor/3 (Production)", Optional.empty()));
        }

        @Override
        public Difference difference(Baseline baseline, RunRecord run, String dataSet, String metric) {
            assertThat(dataSet).isEqualTo("test");
            assertThat(metric).isIn("rmse", "gini.exposure", "actual_expected");
            return difference;
        }
    }

    private GateResult judge(String metric, String regression, String improvement, Baselines baselines) {
        Gate gate = Gate.of(
                "Motor", metric, null, null, null, BaselineRule.of("production", regression, improvement, false));
        List<GateResult> results = GateEvaluator.evaluate(List.of(gate), List.of(run), baselines);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Known known(double lower, double upper) {
        return new Known(new Difference(0.5, (lower + upper) / 2, lower, upper, 300, null));
    }

    @ParameterizedTest
    @CsvSource({
        "upper(test.rmse), 0.01, -0.02, 0.01, PASSED",
        "upper(test.rmse), 0.01, -0.02, 0.02, INCONCLUSIVE",
        "upper(test.rmse), 0.01, 0.011, 0.02, FAILED",
        "upper(test.rmse), 2%,   -0.02, 0.01, PASSED",
        "upper(test.rmse), 1%,   -0.02, 0.01, INCONCLUSIVE",
        "lower(test.gini.exposure), 0.01, -0.01, 0.02,  PASSED",
        "lower(test.gini.exposure), 0.01, -0.02, 0.02,  INCONCLUSIVE",
        "lower(test.gini.exposure), 0.01, -0.02, -0.015, FAILED",
    })
    void aRegressionStaysWithinItsAmount(
            String metric, String amount, double lower, double upper, GateVerdict verdict) {
        assertThat(judge(metric, amount, null, known(lower, upper)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "upper(test.rmse), 0.01, -0.03, -0.01, PASSED",
        "upper(test.rmse), 0.01, -0.03, -0.005, INCONCLUSIVE",
        "upper(test.rmse), 0.01, -0.005, 0.1,  FAILED",
        "lower(test.gini.exposure), 0.01, 0.01, 0.02, PASSED",
    })
    void anImprovementReachesItsAmount(String metric, String amount, double lower, double upper, GateVerdict verdict) {
        assertThat(judge(metric, null, amount, known(lower, upper)).verdict()).isEqualTo(verdict);
    }

    @Test
    void saysTheIntervalTheRowsAndTheLimit() {
        assertThat(judge("upper(test.rmse)", "0.01", null, known(-0.02, 0.03)))
                .hasToString(
                        "Motor: upper(test.rmse) at most 0.01 worse than production, but INCONCLUSIVE, the difference"
                                + " to motor/3 (Production) is 0.005 [-0.02, 0.03] on 300 rows, and the limit is 0.01 (run "
                                + run.shortId() + ")");
    }

    @Test
    void withoutCommonRowsItIsNotComparable() {
        GateResult result = judge("upper(test.rmse)", "0.01", null, new Known(Difference.none("no row in common")));
        assertThat(result.verdict()).isEqualTo(GateVerdict.NOT_COMPARABLE);
        assertThat(result.reason()).isEqualTo("NOT COMPARABLE, no row in common");
    }

    @Test
    void theBetterEndOfTheIntervalIsNoGate() {
        assertThat(judge("lower(test.rmse)", "0.01", null, known(0, 0)).reason())
                .isEqualTo("less of it is better, so that the worse end of the interval is upper(test.rmse)");
        assertThat(judge("upper(test.actual_expected)", "0.01", null, known(0, 0))
                        .reason())
                .contains("nothing says whether more or less");
    }
}
