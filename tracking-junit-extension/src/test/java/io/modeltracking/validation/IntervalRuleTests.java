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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements on intervals: what lies on both sides of a threshold decides nothing, and fails. */
class IntervalRuleTests {

    private record Logged(Map<String, Double> metrics) implements Observations {

        static Logged interval(double estimate, double lower, double upper) {
            return new Logged(
                    new TreeMap<>(Map.of("test.gini", estimate, "test.gini.lower", lower, "test.gini.upper", upper)));
        }

        @Override
        public Optional<Double> metric(MetricSelector selector) {
            List<Metric> values = new ArrayList<>();
            metrics.forEach((name, value) -> values.add(new Metric(name, value, null, 0, null)));
            return selector.of(values);
        }

        @Override
        public Set<String> metricNames() {
            return metrics.keySet();
        }

        @Override
        public Set<String> artifactNames() {
            return Set.of();
        }
    }

    @ParameterizedTest(name = "{0} in [{1}, {2}] with [{3}, {4}]: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            lower,    0.2, -,   0.20, 0.40, ACCEPTED
            lower,    0.2, -,   0.19, 0.40, INCONCLUSIVE
            lower,    0.2, -,   0.10, 0.19, REJECTED
            lower,    -,   1,   0.90, 1.40, ACCEPTED
            lower,    -,   1,   1.01, 1.40, REJECTED
            upper,    -,   1,   0.20, 1.00, ACCEPTED
            upper,    -,   1,   0.20, 1.01, INCONCLUSIVE
            upper,    -,   1,   1.01, 1.02, REJECTED
            interval, 0.9, 1.1, 0.90, 1.10, ACCEPTED
            interval, 0.9, 1.1, 0.89, 1.05, INCONCLUSIVE
            interval, 0.9, 1.1, 0.50, 1.50, INCONCLUSIVE
            interval, 0.9, 1.1, 1.11, 1.30, REJECTED
            interval, 0.9, 1.1, NaN,  1.00, REJECTED
            lower,    0.2, -,   NaN,  NaN,  REJECTED
            """)
    void theIntervalDecidesNotThePoint(
            String part, Double min, Double max, double lower, double upper, Verdict verdict) {
        Check check = Rules.within(part + "(test.gini)", min, max, false)
                .evaluate(Logged.interval((lower + upper) / 2, lower, upper));

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.message() == null).isEqualTo(verdict == Verdict.ACCEPTED);
        assertThat(check.kind()).isEqualTo("interval");
        assertThat(check.metric()).isEqualTo("test.gini");
    }

    @Test
    void theRuleReadsAsItIsWrittenAndTheMessageShowsTheInterval() {
        Rule rule = Rules.within("lower(test.gini)", 0.2, null, false);
        Check check = rule.evaluate(Logged.interval(0.25, 0.15, 0.35));

        assertThat(rule.text()).isEqualTo("lower(test.gini) >= 0.2");
        assertThat(check.message()).isEqualTo("INCONCLUSIVE, the interval is [0.15, 0.35]");
        assertThat(check.observed()).isEqualTo(0.15);
        assertThat(check.violation()).isCloseTo(0.25, within(1e-12));
        assertThat(rule.reads("test")).isTrue();
        assertThat(rule.reads("validation")).isFalse();
    }

    @Test
    void inconclusiveFailsLikeARejection() {
        Verdicts verdicts = Verdicts.of(
                List.of(Rules.within("lower(test.gini)", 0.2, null, false)), Logged.interval(0.25, 0.15, 0.35));

        assertThat(verdicts.accepted()).isFalse();
        assertThat(verdicts.reason()).isEqualTo("lower(test.gini) >= 0.2: INCONCLUSIVE, the interval is [0.15, 0.35]");
    }

    @Test
    void aMetricWithoutAnIntervalFailsAndSaysHowToGetOne() {
        Rule rule = Rules.within("upper(test.gini)", null, 1.0, false);

        assertThat(rule.evaluate(new Logged(Map.of("test.gini", 0.3))).message())
                .contains("without an interval", ".bootstrap(");
        assertThat(rule.evaluate(new Logged(Map.of("test.auc", 0.3))).message())
                .isEqualTo("never logged; logged were test.auc");
    }

    @Test
    void aSelectorReadsTheBoundThatWasLogged() {
        assertThat(MetricSelector.parse("lower(test.gini)")).isEqualTo(MetricSelector.parse("test.gini.lower"));
        assertThat(Logged.interval(0.25, 0.15, 0.35).metric(MetricSelector.parse("upper(test.gini)")))
                .hasValue(0.35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(test.gini@min)", "lower()", "interval(a(b))x@x"})
    void whatIsNoIntervalIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.within(expression, 0.2, null, false));
    }

    @Test
    void anIntervalEqualsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rules.equalTo("interval(test.gini)", 0.2, 0))
                .withMessageContaining("require it to lie between two");
    }

    @Test
    void aGapIsShownBesideTheMeanModels() {
        Logged logged = new Logged(Map.of(
                "train.poisson_deviance.per_exposure", 0.55265,
                "validation.poisson_deviance.per_exposure", 0.58671,
                "train.mean_model.poisson_deviance.per_exposure", 0.62327,
                "validation.mean_model.poisson_deviance.per_exposure", 0.63933));

        Check check = GapRule.relative(
                        "train.poisson_deviance.per_exposure", "validation.poisson_deviance.per_exposure", 0.05)
                .evaluate(logged);

        assertThat(check.message()).endsWith("(0.55265 → 0.58671); the mean model's gap is 2.6 %");
    }
}
