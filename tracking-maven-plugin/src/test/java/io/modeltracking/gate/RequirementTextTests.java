package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.validation.ConditionRule;
import io.modeltracking.validation.GapRule;
import io.modeltracking.validation.MetricRule;
import io.modeltracking.validation.NotWorseRule;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that the rules themselves have. */
class RequirementTextTests {

    private static List<Goalpost> bounds(Rule rule) {
        return RequirementText.bounds("Motor", rule.text());
    }

    private static Goalpost max(String subject, String limit) {
        return new Goalpost("Motor", subject, true, limit);
    }

    private static Goalpost min(String subject, String limit) {
        return new Goalpost("Motor", subject, false, limit);
    }

    @Test
    void readsTheBoundsOfAMetric() {
        assertThat(bounds(MetricRule.within("test.rmse", null, 0.5, false))).containsExactly(max("test.rmse", "0.5"));
        assertThat(bounds(MetricRule.within("test.gini@max", -1.5E-7, null, true)))
                .containsExactly(min("test.gini@max", "-1.5E-7"));
        assertThat(bounds(MetricRule.within("test.actual_expected", 0.9, 1.1, false)))
                .containsExactly(min("test.actual_expected", "0.9"), max("test.actual_expected", "1.1"));
        assertThat(bounds(MetricRule.within("x", 1.0, 2.0, true))).containsExactly(min("x", "1.0"), max("x", "2.0"));
        assertThat(bounds(MetricRule.equalTo("trees", 100, 0.5)))
                .containsExactly(max("distance of trees from 100.0", "0.5"));
    }

    @Test
    void readsTheBoundsOfAnInterval() {
        assertThat(bounds(Rules.within("lower(test.gini)", 0.2, null, false)))
                .containsExactly(min("lower(test.gini)", "0.2"));
        assertThat(bounds(Rules.within("interval(test.actual_expected)", 0.9, 1.1, false)))
                .containsExactly(
                        min("interval(test.actual_expected)", "0.9"), max("interval(test.actual_expected)", "1.1"));
    }

    @Test
    void readsHowLargeAGapMayBe() {
        assertThat(bounds(GapRule.relative("train.rmse", "test.rmse", 0.05)))
                .containsExactly(max("gap train.rmse → test.rmse", "5.0 %"));
        assertThat(bounds(GapRule.absolute("train.rmse", "test.rmse", 0.02)))
                .containsExactly(max("gap train.rmse → test.rmse", "0.02"));
    }

    @Test
    void readsHowMuchWorseThanABaselineItMayBeWhetherOrNotThereIsOne() {
        assertThat(bounds(notWorse(0, false, "none"))).containsExactly(max("rmse worse than production", "0"));
        assertThat(bounds(notWorse(0.001, false, null))).containsExactly(max("rmse worse than production", "0.001"));
        assertThat(bounds(notWorse(0.01, true, "none"))).containsExactly(max("rmse worse than production", "1 %"));
    }

    private static Rule notWorse(double tolerance, boolean relative, String absent) {
        return new NotWorseRule("rmse", tolerance, relative, "production", Optional.empty(), absent);
    }

    @Test
    void callsTheSubjectAsAGateDoes() {
        Gate gate = Gate.of("Motor", "rmse", null, null, "0.5", BaselineRule.of("production", "1%", null, false));
        assertThat(Goalpost.of(List.of(gate)))
                .extracting(Goalpost::subject)
                .containsExactly(
                        bounds(MetricRule.within("rmse", null, 1.0, false))
                                .get(0)
                                .subject(),
                        bounds(notWorse(0.01, true, null)).get(0).subject());
    }

    @Test
    void findsNoBoundInACondition() {
        assertThat(bounds(new ConditionRule("every decile has claims", true))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<= 1", "rmse <= ", "rmse <= 1-1", "rmse <= 1E", "rmse in [1, x]", "rmse not worse than"})
    void findsNoBoundInWhatNobodyRequired(String text) {
        assertThat(RequirementText.bounds("Motor", text)).isEmpty();
    }
}
