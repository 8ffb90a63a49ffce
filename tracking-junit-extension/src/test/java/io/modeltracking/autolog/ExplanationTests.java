package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SHAP values of a training's model by rows of its last watch, without the exposure offset. */
class ExplanationTests {

    private static final int ROWS = 2500;

    /** A run that wants explanations. */
    private static final class ExplainedSink extends RecordingSink {
        final Map<String, Explainable> explainables = new LinkedHashMap<>();

        @Override
        public OptionalInt explanationSeed() {
            return OptionalInt.of(7);
        }

        @Override
        public void explainable(String suffix, Explainable model) {
            explainables.put(suffix, model);
        }
    }

    private final ExplainedSink run = new ExplainedSink();
    private final float[] values = new float[ROWS * 3];
    private final float[] margins = new float[ROWS];
    private Binding binding;
    private DMatrix train;

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    @BeforeEach
    void bind() throws Exception {
        binding = Autolog.bind(run);
        train = claims(1, values, margins);
    }

    /** Claims that rise with age and fall with power; the third column says nothing and often misses. */
    private static DMatrix claims(int seed, float[] values, float[] margins) throws Exception {
        Random random = new Random(seed);
        float[] claims = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[3 * i] = 18 + random.nextInt(60);
            values[3 * i + 1] = random.nextInt(5);
            values[3 * i + 2] = random.nextInt(3) == 0 ? Float.NaN : random.nextFloat();
            margins[i] = (float) Math.log((1 + random.nextInt(12)) / 12.0);
            double rate = Math.exp(values[3 * i] / 40 - 0.4 * values[3 * i + 1] - 0.5);
            claims[i] = random.nextDouble() < rate * Math.exp(margins[i]) ? 1 : 0;
        }
        DMatrix matrix = new DMatrix(values, ROWS, 3, Float.NaN);
        matrix.setLabel(claims);
        matrix.setBaseMargin(margins);
        matrix.setFeatureNames(new String[] {"age", "power", "noise"});
        return matrix;
    }

    @AfterEach
    void close() {
        binding.close();
        run.open = false;
        train.dispose();
    }

    private Explanation explain(Map<String, Object> params, Map<String, DMatrix> watches) throws Exception {
        Booster booster = XGBoost.train(train, params, 20, watches, null, null);
        booster.dispose();
        assertThat(run.warnings).isEmpty();
        // The user's matrices are gone by the time that a winner is explained.
        watches.values().forEach(DMatrix::dispose);
        return run.explainables.get("").explain();
    }

    private static Map<String, Object> poisson(int depth) {
        return params("objective", "count:poisson", "base_score", 1.0, "max_depth", depth, "eta", 0.3);
    }

    @Test
    void baseAndContributionsSumToThePredictionWithoutItsOffset() throws Exception {
        Booster booster = XGBoost.train(train, poisson(3), 20, watches(), null, null);
        float[][] predicted = booster.predict(train, true);
        booster.dispose();

        Explanation explanation = run.explainables.get("").explain();

        assertThat(explanation.rows()).hasSize(1000).isSorted();
        assertThat(explanation.scale()).isEqualTo("log");
        for (int i = 0; i < 1000; i++) {
            int row = explanation.rows()[i];
            assertThat(explanation.margin(i)).isCloseTo(predicted[row][0] - margins[row], within(1e-5));
        }
    }

    @Test
    void theRowsValuesAreThoseOfTheMatrixAndGapsAreMissing() throws Exception {
        Explanation explanation = explain(poisson(3), watches());

        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(explanation.values()[i][j])
                        .isEqualTo(Double.valueOf(values[3 * explanation.rows()[i] + j]));
            }
        }
        assertThat(explanation.features())
                .extracting(AutologSink.Feature::name)
                .containsExactly("age", "power", "noise");
    }

    /** Trees of one split are a sum of functions of one feature: equal values must have equal contributions. */
    @Test
    void anAdditiveModelHasOneContributionAValue() throws Exception {
        Explanation explanation = explain(poisson(1), watches());

        Map<Double, Double> byAge = new HashMap<>();
        double[] sums = new double[3];
        for (int i = 0; i < 1000; i++) {
            double contribution = explanation.contributions()[i][0];
            Double before = byAge.putIfAbsent(explanation.values()[i][0], contribution);
            assertThat(before == null ? contribution : before).isCloseTo(contribution, within(1e-6));
            for (int j = 0; j < 3; j++) {
                sums[j] += Math.abs(explanation.contributions()[i][j]);
            }
        }
        assertThat(byAge.get(75.0)).isGreaterThan(byAge.get(20.0));
        assertThat(sums[1]).isGreaterThan(sums[0]);
        assertThat(sums[0]).isGreaterThan(5 * sums[2]);
    }

    @Test
    void theLastWatchIsExplainedElseTheTrainingMatrix() throws Exception {
        float[] watched = new float[ROWS * 3];
        DMatrix validation = claims(2, watched, new float[ROWS]);

        Explanation explanation =
                explain(poisson(3), watches("train", claims(1, values, margins), "validation", validation));

        for (int i = 0; i < 1000; i++) {
            assertThat(explanation.values()[i][0])
                    .isEqualTo(watched[3 * explanation.rows()[i]]);
        }
    }

    @Test
    void everyTrainingOfTheSameDataIsExplainedByTheSameRows() throws Exception {
        int[] first = explain(poisson(3), watches()).rows();
        XGBoost.train(train, poisson(2), 5, watches(), null, null).dispose();

        assertThat(run.explainables).containsOnlyKeys("", "_2");
        assertThat(run.explainables.get("_2").explain().rows()).isEqualTo(first);
    }

    @Test
    void aLinearBoosterIsExplainedToo() throws Exception {
        Map<String, Object> params = poisson(3);
        params.put("booster", "gblinear");

        assertThat(explain(params, watches()).contributions()).hasDimensions(1000, 3);
    }

    @Test
    void aModelOfSeveralOutputsIsRefusedByName() throws Exception {
        DMatrix counts = Matrices.counts(50, 3, 1);
        counts.setLabel(new float[50]);
        XGBoost.train(counts, params("objective", "multi:softprob", "num_class", 3), 2, watches(), null, null)
                .dispose();
        counts.dispose();

        assertThatThrownBy(() -> run.explainables.get("").explain()).hasMessageContaining("3 outputs a row");
    }

    @Test
    void chosenRowsAreAmongTheThousand() {
        int[] rows = MatrixSample.rows(2500, 1000, 7, 2499, 3, 2500);

        assertThat(rows).contains(3, 2499).doesNotContain(2500).isSorted().doesNotHaveDuplicates();
        assertThat(rows.length).isBetween(997, 1000);
        assertThat(MatrixSample.rows(5, 1000, 7, 2)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aLayoutThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> MatrixSample.values(new byte[200], 2, 2, 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("layout that is not known");
        assertThatThrownBy(() -> MatrixSample.values(new byte[10], 2, 2, 4)).isInstanceOf(IOException.class);
    }
}
