package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireMetric;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.chart.Chart;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations and predictions need no code of the user's: of a winner they stand with its study. */
class ExplanationRunTests {

    private static final int ROWS = 1500;

    private static Experiments experiments;
    private static Path folder;

    @BeforeAll
    static void execute(@TempDir Path base) {
        folder = base;
        experiments = Experiments.in(base).execute(ExplainingTestCase.class);
    }

    static class ExplainingTestCase {

        @ModelExperiment(explain = true)
        @RequireArtifact({"shap_summary.png", "shap_values.csv"})
        void isExplained(Run run) throws XGBoostError {
            train(run, 3);
        }

        @ModelExperiment(explain = true)
        @RequireArtifact({"shap_waterfall_17.png", "shap_waterfall_1499.png"})
        void isExplainedByChosenRows(Run run) throws XGBoostError {
            train(run.explain(17, 1499, ROWS), 3);
        }

        @ModelExperiment(explain = true)
        void trainsTwoModels() throws XGBoostError {
            DMatrix matrix = new DMatrix(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 8, 1, Float.NaN);
            try {
                matrix.setLabel(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
                for (String objective : new String[] {"reg:squarederror", "reg:gamma"}) {
                    Map<String, Object> params = new LinkedHashMap<>(Map.of("objective", objective, "verbose_eval", 0));
                    XGBoost.train(matrix, params, 2, Map.of(), null, null).dispose();
                }
            } finally {
                matrix.dispose();
            }
        }

        @ModelExperiment
        void choosesRowsThatAreNotKept(Run run) {
            run.explain(17);
        }

        @ModelExperiment(explain = true)
        void choosesNoRow(Run run) {
            run.explain();
        }

        @ModelExperiment(explain = true)
        void choosesANegativeRow(Run run) {
            run.explain(3, -1);
        }

        @ModelExperiment
        void isNot(Run run) throws XGBoostError {
            train(run, 3);
        }

        @ModelExperiment
        @RequireMetric(name = "validation.actual_expected", max = 0)
        void isRejected(Run run) throws XGBoostError {
            train(run, 3);
        }

        @ModelExperiment
        @GridSearch(objective = "validation.poisson_deviance.per_exposure", direction = Direction.MINIMIZE)
        @RequireArtifact({"shap_summary.png", "shap_bar.json"})
        void isStudied(@IntValues({1, 3}) int maxDepth, Run run) throws XGBoostError {
            run.dataset("learn", Dataset.of(new double[][] {{1}}, "age").role(Role.TRAIN));
            train(run, maxDepth);
        }

        private static void train(Run run, int depth) throws XGBoostError {
            Random random = new Random(1);
            float[] features = new float[2 * ROWS];
            float[] margins = new float[ROWS];
            double[] exposure = new double[ROWS];
            float[] claims = new float[ROWS];
            double[] actual = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                features[2 * i] = 18 + random.nextInt(60);
                features[2 * i + 1] = random.nextInt(5);
                exposure[i] = (1 + random.nextInt(12)) / 12.0;
                margins[i] = (float) Math.log(exposure[i]);
                claims[i] = random.nextDouble() < exposure[i] * features[2 * i] / 100 ? 1 : 0;
                actual[i] = claims[i];
            }
            DMatrix matrix = new DMatrix(features, ROWS, 2, Float.NaN);
            try {
                matrix.setLabel(claims);
                matrix.setBaseMargin(margins);
                matrix.setFeatureNames(new String[] {"age", "power"});
                Map<String, Object> params = new LinkedHashMap<>(
                        Map.of("objective", "count:poisson", "base_score", 1.0, "max_depth", depth, "verbose_eval", 0));
                Booster booster = XGBoost.train(matrix, params, 10, Map.of(), null, null);
                float[][] predicted = booster.predict(matrix);
                booster.dispose();
                Evaluation evaluation =
                        Evaluation.frequency().claims(actual).exposure(exposure).predictedClaims(predicted);
                run.evaluate("validation", evaluation).evaluate("learn", evaluation);
                run.holdout("holdout", () -> evaluation);
            } finally {
                matrix.dispose();
            }
        }
    }

    private static Stream<String> names(RunRecord run) {
        return run.artifacts().stream().map(Artifact::name);
    }

    private static RunRecord study() {
        return experiments.runs().stream()
                .filter(run -> run.started().method().equals("isStudied"))
                .filter(run -> run.started().parent() == null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void explainNeedsNoFurtherCode() {
        RunRecord run = experiments.run("isExplained");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(names(run))
                .contains(
                        "shap_summary.json",
                        "shap_summary.png",
                        "shap_bar.png",
                        "shap_dependence_age.png",
                        "shap_dependence_power.png",
                        "shap_values.csv")
                .filteredOn(name -> name.matches("shap_waterfall_[0-9]+\\.png"))
                .hasSize(3);
        assertThat(run.seeds()).extracting(seed -> seed.path()).anyMatch(path -> path.contains("explain"));
        assertThat(names(experiments.run("isNot"))).noneMatch(name -> name.startsWith("shap"));
    }

    @Test
    void chartsOfAFurtherModelSayWhose() throws IOException {
        assertThat(title("shap_bar")).isEqualTo("Mean size of SHAP values");
        assertThat(title("shap_bar_2")).isEqualTo("Mean size of SHAP values · model_2");
        assertThat(title("importance_gain")).isEqualTo("Importance: gain");
        assertThat(title("importance_2_gain")).isEqualTo("Importance: gain · model_2");
    }

    private static String title(String chart) throws IOException {
        Path artifacts = folder.resolve(".tracking/runs")
                .resolve(experiments.run("trainsTwoModels").id())
                .resolve("artifacts");
        return Chart.read(Files.readAllBytes(artifacts.resolve(chart + ".json")))
                .title();
    }

    @Test
    void chosenRowsAreShownInsteadOfTypicalOnes() {
        RunRecord run = experiments.run("isExplainedByChosenRows");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(names(run))
                .filteredOn(name -> name.matches("shap_waterfall_[0-9]+\\.json"))
                .hasSize(2);
        assertThat(run.warnings())
                .filteredOn(warning -> warning.code().equals("explain"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).startsWith("row 1500 is not among those"));
    }

    @Test
    void badChoicesOfRowsAreNamed() {
        assertThat(experiments.failure("choosesRowsThatAreNotKept"))
                .hasMessageContaining("kept only by request: say @ModelExperiment(explain = true)");
        assertThat(experiments.failure("choosesNoRow")).hasMessageContaining("takes 1 to 50 rows, not 0");
        assertThat(experiments.failure("choosesANegativeRow")).hasMessageContaining("names row -1: rows count from 0");
    }

    @Test
    void aStudyExplainsItsWinnerAloneAndShowsNoRows() {
        assertThat(study().status()).isEqualTo(Status.FINISHED);
        assertThat(names(study()))
                .contains("shap_summary.png", "shap_bar.png", "shap_dependence_age.png")
                .noneMatch(name -> name.startsWith("shap_waterfall") || name.startsWith("shap_values"));
        assertThat(experiments.runs())
                .filteredOn(run -> run.started().parent() != null)
                .hasSize(2)
                .allSatisfy(trial -> assertThat(names(trial)).noneMatch(name -> name.startsWith("shap")));
    }

    @Test
    void allPredictionsAreKeptOfAWinnerAndOfAnAcceptedRun() {
        assertThat(names(study()))
                .contains("validation/predictions.csv.gz", "validation/predictions.json", "holdout/predictions.csv.gz");
        assertThat(names(experiments.run("isNot")))
                .contains("validation/predictions.csv.gz", "validation/predictions_sample.csv.gz");
    }

    @Test
    void ofOthersASampleIsKept() {
        assertThat(experiments.runs())
                .filteredOn(run ->
                        run.started().parent() != null || run.started().method().equals("isRejected"))
                .hasSize(3)
                .allSatisfy(run -> assertThat(names(run))
                        .contains("validation/predictions_sample.csv.gz")
                        .doesNotContain("validation/predictions.csv.gz"));
    }

    @Test
    void theRoleOfADataSetTellsWhatIsLearnedFrom() {
        assertThat(names(study())).noneMatch(name -> name.startsWith("learn/predictions"));
        assertThat(study().metric("validation.mean_model.poisson_deviance.per_exposure"))
                .isPresent();
    }
}
