package io.modeltracking.evaluation;

import static io.modeltracking.evaluation.SharedData.numbers;
import static io.modeltracking.evaluation.SharedData.relative;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Decomposition, Murphy, double lift, stability, gamma and Tweedie against golden_metrics.json, blocks {@code sample}, {@code
 * toy}, {@code gamma_toy} and {@code tweedie_toy}: 1e-12 relative.
 */
class ComparisonGoldenTests {

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void decomposition(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        ScoreDecomposition parts =
                ScoreDecomposition.of(Deviance.POISSON, golden.observed(), golden.rate(), golden.exposure());
        same(parts.score(), golden.expected().at("/decomposition/score"));
        same(parts.miscalibration(), golden.expected().at("/decomposition/miscalibration"));
        same(parts.discrimination(), golden.expected().at("/decomposition/discrimination"));
        same(parts.uncertainty(), golden.expected().at("/decomposition/uncertainty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void murphy(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        Iterator<Map.Entry<String, JsonNode>> thresholds =
                golden.expected().get("murphy").fields();
        assertThat(thresholds).hasNext();
        thresholds.forEachRemaining(entry -> {
            double[] threshold = {Double.parseDouble(entry.getKey())};
            same(Murphy.curve(golden.observed(), golden.rate(), golden.exposure(), threshold)[0], entry.getValue());
        });
    }

    @Test
    void doubleLift() {
        GoldenTestCase champion = GoldenTestCase.of("glm1");
        GoldenTestCase model = GoldenTestCase.of("xgb");
        JsonNode expected = SharedData.golden().at("/sample/double_lift_A_glm1_B_xgb");
        DoubleLift lift =
                DoubleLift.of(champion.claims(), champion.exposure(), champion.rate(), model.rate(), expected.size());
        assertThat(lift.bins()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            DoubleLift.Bin bin = lift.bins().get(i);
            same(bin.number(), expected.get(i).get("bin"));
            same(bin.weight(), expected.get(i).get("exposure"));
            same(bin.actual(), expected.get(i).get("actual_rel"));
            same(bin.champion(), expected.get(i).get("A_rel"));
            same(bin.model(), expected.get(i).get("B_rel"));
        }
    }

    @Test
    void stabilityIndex() {
        same(
                Psi.ofRows(
                        GoldenTestCase.of("glm1").rate(),
                        GoldenTestCase.of("xgb").rate()),
                SharedData.golden().at("/sample/psi_expected_glm1freq_actual_xgbfreq"));
    }

    @Test
    void gamma() {
        JsonNode toy = SharedData.golden().get("gamma_toy");
        double[] y = numbers(toy.get("y"));
        double[] m = numbers(toy.get("p"));
        double[] w = numbers(toy.get("w"));
        same(Deviance.GAMMA.mean(y, m, w), toy.get("gamma_deviance"));
        same(Deviance.GAMMA.d2(y, m, w, mean(y, w)), toy.get("d2_gamma"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.5", "1.9"})
    void tweedie(String power) {
        JsonNode toy = SharedData.golden().get("tweedie_toy");
        double[] y = numbers(toy.get("y"));
        double[] m = numbers(toy.get("p"));
        double[] w = numbers(toy.get("w"));
        Deviance deviance = Deviance.tweedie(Double.parseDouble(power));
        same(deviance.mean(y, m, w), toy.get("dev_" + power));
        same(deviance.d2(y, m, w, mean(y, w)), toy.get("d2_" + power));
    }

    private static double mean(double[] y, double[] w) {
        Sum sum = new Sum();
        for (int i = 0; i < y.length; i++) {
            sum.add(w[i] * y[i]);
        }
        return sum.value() / Sum.of(w);
    }

    private static void same(double value, JsonNode expected) {
        assertThat(expected.isNumber()).as("golden value present").isTrue();
        assertThat(value).isCloseTo(expected.asDouble(), relative(expected.asDouble()));
    }
}
