package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Reproducible;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain XGBoost4J code inside an experiment is a whole record. */
class AutologRunTests {

    @TempDir
    static Path base;

    static Experiments experiments;

    static class TrainingTestCase {

        @ModelExperiment(seed = 42)
        @RequireMetric(name = "test.rmse", max = 1)
        @RequireArtifact({"model.ubj", "importance_gain.png"})
        void trains() throws XGBoostError {
            train(Map.of("max_depth", 3, "eta", 0.3, "verbose_eval", 0)).dispose();
        }

        @ModelExperiment(autolog = false)
        void trainsUnlogged() throws XGBoostError {
            train(Map.of("max_depth", 3, "verbose_eval", 0)).dispose();
        }

        @Reproducible
        @ModelExperiment(seed = 7)
        void trainsTheSameTwice() throws XGBoostError {
            train(Map.of("max_depth", 3, "subsample", 0.5, "nthread", 1, "verbose_eval", 0))
                    .dispose();
        }

        @ModelExperiment
        void keepsABooster(Run run) throws XGBoostError {
            Booster booster = train(Map.of("max_depth", 2, "verbose_eval", 0));
            run.model("challenger", (Object) booster);
            booster.dispose();
        }

        @ModelExperiment
        void nestsTrainings(Run run, Seeds seeds) throws XGBoostError {
            for (int fold = 0; fold < 2; fold++) {
                try (Run child = run.child("fold " + fold)) {
                    train(Map.of("max_depth", 2 + fold, "verbose_eval", 0)).dispose();
                    child.param("fold", fold);
                }
            }
        }

        @ModelExperiment
        void failsToTrain() throws XGBoostError {
            train(Map.of("objective", "no:such", "verbose_eval", 0));
        }

        private static Booster train(Map<String, Object> params) throws XGBoostError {
            Random random = new Random(1);
            float[] features = new float[600];
            float[] labels = new float[300];
            for (int i = 0; i < labels.length; i++) {
                features[2 * i] = random.nextFloat();
                features[2 * i + 1] = random.nextFloat();
                labels[i] = 3 * features[2 * i] + features[2 * i + 1];
            }
            DMatrix matrix = new DMatrix(features, labels.length, 2, Float.NaN);
            try {
                matrix.setLabel(labels);
                matrix.setFeatureNames(new String[] {"age", "power"});
                Map<String, DMatrix> watches = new LinkedHashMap<>();
                watches.put("train", matrix);
                watches.put("test", matrix);
                return XGBoost.train(matrix, params, 10, watches, null, null);
            } finally {
                matrix.dispose();
            }
        }
    }

    @BeforeAll
    static void execute() {
        experiments = Experiments.in(base).execute(TrainingTestCase.class);
    }

    @Test
    void paramsCurvesModelAndImportancesAreThere() {
        RunRecord run = experiments.run("trains");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.params().get("xgboost.max_depth"))
                .returns("3", param -> param.value().text())
                .returns(Origin.AUTOLOG, param -> param.origin());
        assertThat(run.metrics())
                .filteredOn(metric -> metric.name().equals("test.rmse"))
                .extracting(metric -> metric.step())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(run.metrics().get(0).direction()).isEqualTo("MINIMIZE");
        assertThat(run.models()).singleElement().satisfies(model -> {
            assertThat(model.name()).isEqualTo("model");
            assertThat(model.libraryVersion()).isEqualTo("3.0.4");
            assertThat(model.features()).extracting(feature -> feature.name()).containsExactly("age", "power");
        });
        assertThat(run.artifacts())
                .extracting(artifact -> artifact.name())
                .contains("importance.json", "importance_gain.png", "importance_weight.png", "importance_cover.png");
    }

    @Test
    void aMissingSeedIsTheRunsOwn() {
        RunRecord run = experiments.run("trains");

        assertThat(run.seeds())
                .singleElement()
                .satisfies(seed -> assertThat(
                                run.params().get("xgboost.seed").value().text())
                        .isEqualTo(Long.toString(seed.seed() >>> 33)));
    }

    @Test
    void turnedOffItLogsNothing() {
        assertThat(experiments.run("trainsUnlogged").params()).isEmpty();
        assertThat(experiments.run("trainsUnlogged").models()).isEmpty();
        assertThat(experiments.run("trainsUnlogged").warnings())
                .extracting(warning -> warning.code())
                .containsExactly("autolog-off");
    }

    @Test
    void theSameCodeTwiceGivesTheSameModel() {
        assertThat(experiments.runs().stream()
                        .filter(run -> run.started().method().equals("trainsTheSameTwice"))
                        .map(run -> run.models().get(0).sha256()))
                .hasSize(2)
                .containsOnly(
                        experiments.run("trainsTheSameTwice").models().get(0).sha256());
        assertThat(experiments.run("trainsTheSameTwice").status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void aBoosterIsKeptByName() {
        assertThat(experiments.run("keepsABooster").models())
                .extracting(model -> model.artifact())
                .contains("model.ubj", "challenger.ubj");
    }

    @Test
    void aTrainingInAChildBelongsToTheChild() {
        assertThat(experiments.run("nestsTrainings").models()).isEmpty();
        assertThat(experiments.runs())
                .filteredOn(run -> run.started().parent() != null)
                .hasSize(2)
                .allSatisfy(child -> {
                    assertThat(child.models()).hasSize(1);
                    int fold =
                            Integer.parseInt(child.params().get("fold").value().text());
                    assertThat(child.params().get("xgboost.max_depth").value().text())
                            .isEqualTo(Integer.toString(2 + fold));
                });
    }

    @Test
    void aTrainingThatThrowsIsTheUsersFailureAndIsNoted() {
        assertThat(experiments.failure("failsToTrain")).isInstanceOf(XGBoostError.class);
        assertThat(experiments.run("failsToTrain").warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("Unknown objective"));
    }
}
