package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.counts;
import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IEvaluation;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one plain training tells its run. */
class TrainingAutologTests {

    private final RecordingSink run = new RecordingSink();
    private Binding binding;
    private DMatrix train;
    private DMatrix test;

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    @BeforeEach
    void bind() throws Exception {
        binding = Autolog.bind(run);
        train = counts(500, 4, 1);
        test = counts(200, 4, 2);
    }

    @AfterEach
    void close() {
        binding.close();
        run.open = false;
        train.dispose();
        test.dispose();
        assertThat(run.warnings).isEmpty();
    }

    @Test
    void paramsAreLoggedAsGivenWithRoundsThreadsAndSizes() throws Exception {
        train.setFeatureNames(new String[] {"age", "power", "region", "density"});
        XGBoost.train(train, params("max_depth", 3, "eta", 0.25, "seed", 7L), 5, watches("train", train), null, null);

        assertThat(run.params)
                .contains(
                        entry("xgboost.objective", "reg:squarederror"),
                        entry("xgboost.max_depth", 3),
                        entry("xgboost.eta", 0.25),
                        entry("xgboost.seed", 7L),
                        entry("xgboost.nthread", 1),
                        entry("xgboost.effective.nthread", 1),
                        entry("xgboost.rounds", 5),
                        entry("xgboost.rows", 500L),
                        entry("xgboost.columns", 4L),
                        entry("xgboost.train.rows", 500L),
                        entry("xgboost.train.columns", 4L))
                .doesNotContainKey("xgboost.early_stopping_rounds");
    }

    @Test
    void whatTheModelHoldsIsLoggedAsEffectiveWhereTheUserGaveNothingOrAnotherValue() throws Exception {
        XGBoost.train(
                train, params("objective", "reg:tweedie", "base_score", "1"), 3, watches("train", train), null, null);

        assertThat(run.params)
                .contains(entry("xgboost.effective.booster", "gbtree"))
                .contains(entry("xgboost.effective.tweedie_variance_power", 1.5))
                .doesNotContainKeys("xgboost.effective.objective", "xgboost.effective.base_score");
    }

    @Test
    void anEstimatedBaseScoreIsEffective() throws Exception {
        double mean = 0;
        for (float label : train.getLabel()) {
            mean += label / 500;
        }
        XGBoost.train(train, params(), 1, watches(), null, null);

        assertThat((Double) run.params.get("xgboost.effective.base_score")).isCloseTo(mean, within(1e-4));
    }

    @Test
    void eachWatchHasItsMetricPerRound() throws Exception {
        float[][] metrics = new float[2][6];
        XGBoost.train(train, params(), 6, watches("train", train, "test", test), metrics, null, null, 0);

        assertThat(run.metrics).containsOnlyKeys("train.rmse", "test.rmse");
        assertThat(run.steps.get("train.rmse"))
                .isEqualTo(LongStream.range(0, 6).boxed().toList());
        for (int round = 0; round < 6; round++) {
            assertThat(run.metrics.get("train.rmse").get(round).floatValue()).isEqualTo(metrics[0][round]);
            assertThat(run.metrics.get("test.rmse").get(round).floatValue()).isEqualTo(metrics[1][round]);
        }
    }

    @Test
    void metricNamesBecomeOnesThatARunAccepts() throws Exception {
        XGBoost.train(
                train,
                params("objective", "reg:tweedie", "eval_metric", "tweedie-nloglik@1.5"),
                1,
                watches("train", train, "out-of-time", test),
                null,
                null);

        assertThat(run.metrics).containsOnlyKeys("train.tweedie_nloglik.1.5", "out-of-time.tweedie_nloglik.1.5");
    }

    @Test
    void theUsersOwnMetricIsLoggedExactly() throws Exception {
        IEvaluation third = new ThirdOfTheRound();
        XGBoost.train(train, params(), 3, watches("train", train, "test", test), null, third);

        assertThat(run.metrics)
                .containsExactly(
                        entry("train.my_metric", List.of(0.33333334, 1.0, 1.6666666)),
                        entry("test.my_metric", List.of(0.6666667, 1.3333334, 2.0)));
        assertThat(run.steps.get("test.my_metric")).containsExactly(0L, 1L, 2L);
        assertThat(run.params).contains(entry("xgboost.custom_metric", ThirdOfTheRound.class.getName()));
    }

    @Test
    void aLocaleWithADecimalCommaChangesNothing() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            XGBoost.train(train, params(), 2, watches("train", train), null, new ThirdOfTheRound());
            XGBoost.train(train, params(), 2, watches("train", train), null, null);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(run.metrics.get("train.my_metric")).containsExactly(0.33333334, 0.6666667);
        assertThat(run.metrics.get("train.2.rmse")).hasSize(2).allMatch(value -> value > 0 && value < 3);
    }

    @Test
    void bestIterationAndScoreAreLoggedWithEarlyStopping() throws Exception {
        float[][] metrics = new float[2][200];
        Booster booster = XGBoost.train(
                train,
                params("max_depth", 8, "eta", 0.9),
                200,
                watches("train", train, "test", test),
                metrics,
                null,
                null,
                5);

        int best = Integer.parseInt(booster.getAttr("best_iteration"));
        assertThat(best).isLessThan(100);
        assertThat(run.params).contains(entry("xgboost.early_stopping_rounds", 5));
        assertThat(run.metrics.get("xgboost.best_iteration")).containsExactly((double) best);
        assertThat(run.metrics.get("xgboost.best_score").get(0).floatValue()).isEqualTo(metrics[1][best]);
        assertThat(run.metrics.get("test.rmse")).hasSize(best + 6);
    }

    @Test
    void theModelCanBePredictedWithFromWhatWasLogged() throws Exception {
        train.setFeatureNames(new String[] {"age", "power", "region", "density"});
        train.setFeatureTypes(new String[] {"q", "q", "int", "float"});
        Booster booster = XGBoost.train(train, params(), 4, watches("train", train), null, null);

        RecordingSink.Model model = run.models.get("model.ubj");
        assertThat(model.format()).isEqualTo("ubj");
        assertThat(model.library()).isEqualTo("xgboost4j");
        assertThat(model.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(model.features())
                .containsExactly(
                        new AutologSink.Feature("age", "q"),
                        new AutologSink.Feature("power", "q"),
                        new AutologSink.Feature("region", "int"),
                        new AutologSink.Feature("density", "float"));
        assertThat(XGBoost.loadModel(model.content()).predict(test)).isDeepEqualTo(booster.predict(test));
    }

    @Test
    void featuresWithoutNamesHaveXgboostsOwn() throws Exception {
        XGBoost.train(train, params(), 1, watches(), null, null);

        assertThat(run.models.get("model.ubj").features())
                .extracting(AutologSink.Feature::name)
                .containsExactly("f0", "f1", "f2", "f3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbtree", "dart"})
    void importancesAreXgboostsOwn(String boosterType) throws Exception {
        String[] names = {"age", "power", "region", "density"};
        train.setFeatureNames(names);
        // The exact updater prunes: its trees keep the nodes that were taken away.
        Booster booster = XGBoost.train(
                train, params("booster", boosterType, "tree_method", "exact", "gamma", 2), 20, watches(), null, null);

        Map<String, Map<String, Double>> importance = run.importances.get("importance");
        assertThat(importance).containsOnlyKeys("gain", "weight", "cover");
        for (String kind : importance.keySet()) {
            Map<String, Double> expected = booster.getScore(names, kind);
            assertThat(importance.get(kind)).containsOnlyKeys(expected.keySet());
            importance
                    .get(kind)
                    .forEach((feature, value) ->
                            assertThat(value).isCloseTo(expected.get(feature), within(1e-4 * expected.get(feature))));
            assertThat(List.copyOf(importance.get(kind).values())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
        assertThat(new ObjectMapper().readValue(run.artifacts.get("importance.json"), Map.class))
                .isEqualTo(importance);
    }

    @Test
    void aLinearBoosterHasCoefficients() throws Exception {
        Booster booster = XGBoost.train(
                train, params("booster", "gblinear", "updater", "coord_descent"), 10, watches(), null, null);

        String dump = booster.getModelDump((String) null, false)[0];
        Map<String, Double> coefficients = run.importances.get("importance").get("coefficient");
        String[] lines = dump.substring(dump.indexOf("weight:\n") + 8).split("\n");
        for (int i = 0; i < 4; i++) {
            assertThat(coefficients.get("f" + i)).isCloseTo(Double.parseDouble(lines[i]), within(1e-4));
        }
        assertThat(run.importances.get("importance")).containsOnlyKeys("coefficient");
    }

    @Test
    void aModelWithoutASplitHasNoImportances() throws Exception {
        XGBoost.train(train, params("gamma", 1e9), 2, watches(), null, null);

        assertThat(run.models).containsKey("model.ubj");
        assertThat(run.artifacts).isEmpty();
    }

    @Test
    void namesThatARunWouldRefuseAreCleaned() throws Exception {
        XGBoost.train(train, params("a:b", "x"), 1, watches("../train", train), null, null);

        assertThat(run.params).contains(entry("xgboost.a_b", "x"), entry("xgboost..._train.rows", 500L));
        assertThat(run.metrics).containsOnlyKeys(".._train.rmse");
    }

    @Test
    void importancesAreWrittenAsJsonByKind() throws Exception {
        XGBoost.train(train, params("max_depth", 1), 1, watches(), null, null);

        assertThat(new String(run.artifacts.get("importance.json"), StandardCharsets.UTF_8))
                .matches(
                        "\\{\"gain\":\\{\"f0\":[0-9.]+\\},\"weight\":\\{\"f0\":1\\.0\\},\"cover\":\\{\"f0\":500\\.0\\}\\}");
    }

    /** Counts its calls in thirds, which no decimal text of six digits tells exactly. */
    static final class ThirdOfTheRound implements IEvaluation {

        private static final long serialVersionUID = 1L;
        private int calls;

        @Override
        public String getMetric() {
            return "my-metric";
        }

        @Override
        public float eval(float[][] predictions, DMatrix matrix) {
            return ++calls / 3f;
        }
    }
}
