package io.modeltracking.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTests {

    /** What was logged, in the order of logging. */
    private record Logged(List<Metric> metrics) implements Observations {

        static Logged metric(String name, double... values) {
            return new Logged(new ArrayList<>()).and(name, values);
        }

        Logged and(String name, double... values) {
            for (double value : values) {
                metrics.add(new Metric(name, value, null, 0, null));
            }
            return this;
        }

        @Override
        public Optional<Double> metric(MetricSelector selector) {
            return selector.of(metrics);
        }

        @Override
        public Set<String> metricNames() {
            Set<String> names = new TreeSet<>();
            metrics.forEach(metric -> names.add(metric.name()));
            return names;
        }

        @Override
        public Set<String> artifactNames() {
            return Set.of();
        }
    }

    @ParameterizedTest(name = "{0} in [{1}, {2}], open {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            0.5,       -,   0.5,  false, ACCEPTED
            0.5,       -,   0.5,  true,  REJECTED
            0.5000001, -,   0.5,  false, REJECTED
            0.5,       0.5, -,    false, ACCEPTED
            0.5,       0.5, -,    true,  REJECTED
            -0.0,      0,   0,    false, ACCEPTED
            NaN,       0,   1,    false, REJECTED
            NaN,       -,   1,    false, REJECTED
            Infinity,  0,   -,    false, ACCEPTED
            """)
    void boundsBelongToTheRuleUnlessItIsOpen(double value, Double min, Double max, boolean open, Verdict verdict) {
        Check check = MetricRule.within("rmse", min, max, open).evaluate(Logged.metric("rmse", value));
        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.observed()).isEqualTo(Double.valueOf(value));
        assertThat(check.message() == null).isEqualTo(verdict == Verdict.ACCEPTED);
    }

    @Test
    void rulesReadTheLastValueUnlessTheySelectAnother() {
        Logged logged = Logged.metric("rmse", 0.9, 0.2, 0.6);
        assertThat(MetricRule.within("rmse", 0.6, 0.6, false).evaluate(logged).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(MetricRule.equalTo("rmse@min", 0.2, 0).evaluate(logged).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(MetricRule.equalTo("rmse@first", 0.8, 0.05).evaluate(logged))
                .returns("rmse@first = 0.8 ± 0.05", Check::rule)
                .returns("observed 0.9", Check::message);
    }

    @Test
    void aMetricThatIsMissingFailsAndTheNearestNamesAreTold() {
        Logged logged = Logged.metric("test.rmse", 1)
                .and("train.mae", 1)
                .and("a", 1)
                .and("b", 1)
                .and("c", 1)
                .and("d", 1);
        assertThat(MetricRule.within("test.rmsle", null, 1.0, false).evaluate(logged))
                .returns(Verdict.REJECTED, Check::verdict)
                .returns(null, Check::observed)
                .satisfies(check -> assertThat(check.message())
                        .startsWith("never logged; logged were test.rmse, train.mae, ")
                        .endsWith(" and 1 more"));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}: relative gap {3}")
    @CsvSource({
        "poisson_deviance, 0.5, 0.55, 0.1",
        "poisson_deviance, 0.5, 0.45, -0.1",
        "gini.exposure, 0.5, 0.45, 0.1",
        "loss, -2, -1, 0.5"
    })
    void aGapIsPositiveWhereTheTestIsWorse(String metric, double train, double test, double gap) {
        Check check = GapRule.relative("train." + metric, "test." + metric, 10)
                .evaluate(Logged.metric("train." + metric, train).and("test." + metric, test));
        assertThat(check.observed()).isCloseTo(gap, within(1e-12));
        assertThat(check.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aGapBeyondItsLimitNeverLooksAsIfItWereWithin() {
        Check check = GapRule.relative("train.rmse", "test.rmse", 0.05)
                .evaluate(Logged.metric("train.rmse", 1).and("test.rmse", 1.0500001));
        assertThat(check.message()).isEqualTo("observed 5.00001 % (1.0 → 1.0500001)");
        assertThat(check.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void aGapWithoutBothFiguresFails() {
        GapRule rule = GapRule.absolute("train.rmse", "test.rmse", 0.2);
        assertThat(rule.evaluate(Logged.metric("train.rmse", 1)))
                .returns(Verdict.REJECTED, Check::verdict)
                .returns("test.rmse was never logged; logged were train.rmse", Check::message);
        assertThat(rule.evaluate(Logged.metric("train.rmse", Double.NaN).and("test.rmse", 1))
                        .verdict())
                .isEqualTo(Verdict.REJECTED);
        assertThat(GapRule.relative("train.rmse", "test.rmse", 0.2)
                        .evaluate(Logged.metric("train.rmse", 0).and("test.rmse", 1)))
                .returns(Double.POSITIVE_INFINITY, Check::observed)
                .returns(Verdict.REJECTED, Check::verdict);
    }

    @Test
    void aConditionIsWhatTheUserDecided() {
        Check failed = new ConditionRule(" enough rows ", false).evaluate(Logged.metric("a"));
        assertThat(failed).returns("enough rows", Check::rule).returns("does not hold", Check::message);
        assertThat(new ConditionRule("enough rows", true)
                        .evaluate(Logged.metric("a"))
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aRuleKnowsTheDataSetThatItReads() {
        assertThat(MetricRule.equalTo("holdout.rmse@min", 1, 0).reads("holdout"))
                .isTrue();
        assertThat(MetricRule.equalTo("holdouts.rmse", 1, 0).reads("holdout")).isFalse();
        assertThat(GapRule.absolute("train.rmse", "holdout.rmse", 1).reads("holdout"))
                .isTrue();
        assertThat(new ConditionRule("holdout.rmse", true).reads("holdout")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void thresholdsAreFinite(double bad) {
        refuses(() -> MetricRule.within("rmse", bad, null, false), "finite");
        refuses(() -> MetricRule.within("rmse", null, bad, false), "finite");
        refuses(() -> MetricRule.equalTo("rmse", bad, 0), "equalTo is " + bad);
        refuses(() -> MetricRule.equalTo("rmse", 1, bad), "tolerance is " + bad);
        refuses(() -> GapRule.relative("a", "b", bad), String.valueOf(bad));
    }

    @Test
    void rulesThatCannotBeMeantAreRefused() {
        refuses(() -> MetricRule.within("rmse", null, null, false), "");
        refuses(() -> MetricRule.within("rmse", 2.0, 1.0, false), "2.0");
        refuses(() -> MetricRule.equalTo("rmse", 1, -0.1), "tolerance is -0.1");
        refuses(() -> GapRule.absolute("a", "a", 1), "A gap needs two metrics, but both are a");
        refuses(() -> GapRule.absolute("a", "b", -1), "The largest gap allowed is -1.0");
        refuses(() -> new ConditionRule(" ", true), "needs a text");
    }

    private static void refuses(ThrowingCallable made, String part) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(part);
    }

    @ParameterizedTest
    @CsvSource({
        "test.gini.exposure,MAXIMIZE",
        "test.poisson_deviance.per_exposure,MINIMIZE",
        "test.poisson_deviance.per_exposure.discrimination,MAXIMIZE",
        "test.lift.top_decile,MAXIMIZE",
        "test.lift.inversions_decile,MINIMIZE",
        "test.actual_expected,"
    })
    void theLastTellingWordOfANameSaysWhatIsBetter(String metric, MetricDirection direction) {
        assertThat(MetricDirection.of(metric)).isEqualTo(Optional.ofNullable(direction));
    }
}
