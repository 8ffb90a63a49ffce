package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What selects may not judge: a training that stops early by held-out data is refused, whichever is known first. */
class EarlyStoppingTests {

    @TempDir
    static Path base;

    static Experiments experiments;

    static class StoppingTestCase {

        @ModelExperiment
        void knowsTheHoldoutFirst(Run run) throws XGBoostError {
            run.dataset("test", Dataset.of(new double[][] {{1}}, "x").role(Role.HOLDOUT));
            train(5, "train", "test");
        }

        @ModelExperiment
        void knowsTheTrainingFirst(Run run) throws XGBoostError {
            train(5, "train", "holdout");
            run.holdout(
                    "holdout",
                    () -> Evaluation.regression().actual(new double[] {1, 2}).predicted(new double[] {1, 2}));
        }

        @ModelExperiment
        void watchesItWithoutStopping(Run run) throws XGBoostError {
            run.dataset("test", Dataset.of(new double[][] {{1}}, "x").role(Role.HOLDOUT));
            train(0, "train", "test");
        }

        @ModelExperiment
        void stopsByTheLastWatch(Run run) throws XGBoostError {
            run.dataset("test", Dataset.of(new double[][] {{1}}, "x").role(Role.HOLDOUT));
            train(5, "test", "validation");
        }

        @ModelExperiment
        @GridSearch(objective = "validation.rmse", direction = Direction.MINIMIZE, allowHoldoutSelection = true)
        void allowsIt(@IntRange(min = 1, max = 1) int size, Run run) throws XGBoostError {
            run.dataset("test", Dataset.of(new double[][] {{1}}, "x").role(Role.HOLDOUT));
            train(5, "validation", "test");
        }

        private static void train(int earlyStoppingRounds, String first, String last) throws XGBoostError {
            Random random = new Random(1);
            float[] features = new float[200];
            float[] labels = new float[100];
            for (int row = 0; row < labels.length; row++) {
                features[2 * row] = random.nextFloat();
                features[2 * row + 1] = random.nextFloat();
                labels[row] = features[2 * row];
            }
            DMatrix matrix = new DMatrix(features, labels.length, 2, Float.NaN);
            try {
                matrix.setLabel(labels);
                Map<String, DMatrix> watches = new LinkedHashMap<>();
                watches.put(first, matrix);
                watches.put(last, matrix);
                XGBoost.train(
                                matrix,
                                Map.of("max_depth", 2, "verbose_eval", 0, "nthread", 1),
                                6,
                                watches,
                                null,
                                null,
                                null,
                                earlyStoppingRounds)
                        .dispose();
            } finally {
                matrix.dispose();
            }
        }
    }

    @BeforeAll
    static void executeThem() {
        experiments = Experiments.in(base).execute(StoppingTestCase.class);
    }

    @Test
    void theTrainingIsRefusedWhenTheDataIsKnownToBeHeldOut() {
        assertThat(experiments.failure("knowsTheHoldoutFirst"))
                .hasMessage(
                        "A training stops early by the watch \"test\", which is held out: what selects may not judge."
                                + " Put a VALIDATION data set last among the watches");
        assertThat(experiments.run("knowsTheHoldoutFirst").models()).isEmpty();
    }

    @Test
    void theDataIsRefusedWhenATrainingHasStoppedByIt() {
        assertThat(experiments.failure("knowsTheTrainingFirst"))
                .hasMessageContaining("Data set \"holdout\": a training stops early by the watch \"holdout\"")
                .hasMessageContaining("Stop early by a VALIDATION data set");
    }

    @Test
    void aWatchThatNothingStopsByIsAllowed() {
        assertThat(experiments.run("watchesItWithoutStopping").status()).isEqualTo(Status.FINISHED);
        assertThat(experiments.run("stopsByTheLastWatch").status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void aStudyThatAllowsItSaysSo() {
        RunRecord study = experiments.run("allowsIt");

        assertThat(study.status()).isEqualTo(Status.FINISHED);
        assertThat(study.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("a training stops early by the watch \"test\"", "its figures are flattered"));
    }
}
