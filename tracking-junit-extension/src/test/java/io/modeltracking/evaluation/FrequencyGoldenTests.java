package io.modeltracking.evaluation;

import static io.modeltracking.evaluation.SharedData.relative;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.Evaluation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frequency set against golden_metrics.json, blocks {@code sample} and {@code toy}: 1e-12 relative. */
class FrequencyGoldenTests {

    private static final double TRAIN_MEAN = 0.10022331582809059;

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("rows", "n"),
            Map.entry("exposure", "exposure"),
            Map.entry("claims.actual", "claims"),
            Map.entry("claims.expected", "expected_claims"),
            Map.entry("actual_expected", "A_over_E"),
            Map.entry("poisson_deviance.per_policy", "poisson_deviance_per_policy"),
            Map.entry("poisson_deviance.per_exposure", "poisson_deviance_per_exposure"),
            Map.entry("d2.test_mean", "D2_sklearn_exposure_weighted"),
            Map.entry("d2.train_mean", "D2_vs_trainmean"),
            Map.entry("rmse.per_exposure", "rmse_weighted"),
            Map.entry("rmse.per_policy", "weighted_rmse_count"),
            Map.entry("mae.per_exposure", "mae_weighted"),
            Map.entry("gini.exposure", "gini_exposure"),
            Map.entry("gini.exposure.normalised", "gini_normalised_exposure"),
            Map.entry("gini.policy_count.sklearn", "gini_sklearn_samples"),
            Map.entry("gini.policy_count.kaggle_normalised", "gini_kaggle_normalised"),
            Map.entry("lift.top_decile", "top_decile_lift"));

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void everyFigureAgrees(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        Map<String, Double> metrics = StandardMetrics.of(evaluation(golden)).metrics();
        KEYS.forEach((name, key) ->
                assertThat(metrics.get(name)).as(name).isCloseTo(golden.value(key), relative(golden.value(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void countsGiveTheSameFiguresAsRates(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        double[] expected = golden.rate().clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= golden.exposure()[i];
        }
        Evaluation counts = Evaluation.frequency()
                .claims(golden.claims())
                .exposure(golden.exposure())
                .predictedClaims(expected);
        Map<String, Double> metrics = StandardMetrics.of(counts).metrics();
        for (String name : List.of("gini.exposure", "poisson_deviance.per_exposure", "rmse.per_policy")) {
            double value = golden.value(KEYS.get(name));
            assertThat(metrics.get(name)).as(name).isCloseTo(value, relative(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void deciles(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        LiftTable lift = LiftTable.of(golden.claims(), golden.rate(), golden.exposure(), 10);
        JsonNode deciles = golden.expected().get("deciles");
        assertThat(lift.segments()).hasSameSizeAs(deciles);
        for (int i = 0; i < deciles.size(); i++) {
            JsonNode expected = deciles.get(i);
            Segment bin = lift.segments().get(i);
            assertThat(bin.label()).isEqualTo(expected.get("bin").asText());
            same(bin.weight(), expected.get("exposure"));
            same(bin.actual(), expected.get("actual"));
            same(bin.expected(), expected.get("expected"));
            same(bin.actualExpected(), expected.get("A_over_E"));
            same(bin.observedRate(), expected.get("obs_freq"));
            same(bin.predictedRate(), expected.get("pred_freq"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb"})
    void topOverBottom(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        double value = golden.value("lift_top_over_bottom_decile");
        assertThat(StandardMetrics.of(evaluation(golden)).metrics().get("lift.top_over_bottom_decile"))
                .isCloseTo(value, relative(value));
    }

    @ParameterizedTest
    @ValueSource(strings = "toy")
    void topOverBottomIsUndefinedWhereTheBottomHasNoClaims(String block) {
        StandardMetrics metrics = StandardMetrics.of(evaluation(GoldenTestCase.of(block)));
        assertThat(metrics.metrics()).doesNotContainKey("lift.top_over_bottom_decile");
        assertThat(metrics.undefined())
                .containsEntry("lift.top_over_bottom_decile", "the bottom bin has an observed rate of 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"glm1", "xgb", "toy"})
    void areaAndOracleAndAuc(String block) {
        GoldenTestCase golden = GoldenTestCase.of(block);
        double area = golden.value("gini_kaggle_claims");
        assertThat(CountGini.kaggle(Ranking.of(golden.rate()), golden.claims())).isCloseTo(area, relative(area));
        double oracle = golden.value("gini_oracle_exposure");
        assertThat(Gini.oracle(golden.claims(), golden.exposure())).isCloseTo(oracle, relative(oracle));
        double[] event = golden.claims().clone();
        for (int i = 0; i < event.length; i++) {
            event[i] = Math.min(event[i], 1);
        }
        double auc = golden.value("auc_claim_vs_noclaim");
        assertThat(Classification.auc(event, golden.rate())).isCloseTo(auc, relative(auc));
        double[] mean = new double[event.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = TRAIN_MEAN * golden.exposure()[i];
        }
        double empty = golden.value("null_deviance_per_policy_trainmean");
        assertThat(Deviance.POISSON.perRow(golden.claims(), mean)).isCloseTo(empty, relative(empty));
    }

    private static Evaluation evaluation(GoldenTestCase golden) {
        return Evaluation.frequency()
                .claims(golden.claims())
                .exposure(golden.exposure())
                .predictedRate(golden.rate())
                .trainMean(TRAIN_MEAN);
    }

    private static void same(double value, JsonNode expected) {
        assertThat(value).isCloseTo(expected.asDouble(), relative(expected.asDouble()));
    }
}
