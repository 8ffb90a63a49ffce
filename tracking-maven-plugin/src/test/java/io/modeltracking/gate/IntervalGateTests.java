package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalGateTests {

    private static final String GINI = "test.gini.exposure";

    @TempDir
    Path base;

    private int made;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "lower(test.gini.exposure),    0.20, -,    PASSED",
                "lower(test.gini.exposure),    0.21, -,    PASSED",
                "lower(test.gini.exposure),    0.25, -,    INCONCLUSIVE",
                "lower(test.gini.exposure),    0.30, -,    FAILED",
                "upper(test.gini.exposure),    -,    0.30, PASSED",
                "upper(test.gini.exposure),    -,    0.25, INCONCLUSIVE",
                "upper(test.gini.exposure),    -,    0.20, FAILED",
                "interval(test.gini.exposure), 0.20, 0.30, PASSED",
                "interval(test.gini.exposure), 0.22, 0.30, INCONCLUSIVE",
                "interval(test.gini.exposure), 0.30, 0.40, FAILED",
            })
    void saysInconclusiveWhenTheIntervalSpansTheThreshold(String metric, String min, String max, GateVerdict verdict) {
        assertThat(judge(metric, min, max, estimated(0.25, 0.21, 0.29)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void onlyPassedLetsAReleaseThrough() {
        GateResult result = judge("lower(" + GINI + ")", "0.25", null, estimated(0.25, 0.21, 0.29));
        assertThat(result.passed()).isFalse();
        assertThat(result)
                .asString()
                .contains("lower(test.gini.exposure) >= 0.25, but INCONCLUSIVE, the interval is [0.21, 0.29]");
    }

    @Test
    void failsWithoutAnIntervalOrWithAnUndefinedOne() {
        RunRecord bare = run().metric(GINI, 0.25).finished();
        assertThat(judge("lower(" + GINI + ")", "0.2", null, bare))
                .matches(result -> result.verdict() == GateVerdict.FAILED)
                .asString()
                .contains("logged without an interval");
        assertThat(judge("lower(" + GINI + ")", "0.2", null, estimated(Double.NaN, Double.NaN, Double.NaN))
                        .verdict())
                .isEqualTo(GateVerdict.FAILED);
    }

    @Test
    void judgesTheDifferenceOfTwoModelsByItsInterval() {
        RunRecord better = run().metric("test.loss.difference", -0.02)
                .metric("test.loss.difference.lower", -0.03)
                .metric("test.loss.difference.upper", -0.01)
                .finished();
        assertThat(judge("upper(test.loss.difference)", null, "0", better).passed())
                .isTrue();
        assertThat(judge("upper(test.loss.difference)", null, "-0.02", better).verdict())
                .isEqualTo(GateVerdict.INCONCLUSIVE);
    }

    @Test
    void refusesAStatisticOverSeveralRunsAndAChoiceOfValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "lower(m)", Statistic.MEAN, "0", null))
                .withMessageContaining("MEAN is over several: use WINNER or ALL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "lower(m@min)", null, "0", null))
                .withMessageContaining("leave @ out");
    }

    private RunRecord estimated(double estimate, double lower, double upper) {
        return run().metric(GINI, estimate)
                .metric(GINI + ".lower", lower)
                .metric(GINI + ".upper", upper)
                .finished();
    }

    private RunFixture run() {
        return RunFixture.run(TrackingRoot.find(base, base.toString()), ++made).experiment("Motor");
    }

    private static GateResult judge(String metric, String min, String max, RunRecord run) {
        List<GateResult> results =
                GateEvaluator.evaluate(List.of(Gate.of("Motor", metric, null, min, max)), List.of(run), Baselines.NONE);
        assertThat(results).hasSize(1);
        return results.get(0);
    }
}
