package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleValues;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Pruning;
import io.modeltracking.Run;
import io.modeltracking.Trial;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A trial that is worse on the way than those before it is stopped, and kept as pruned. */
class PruningTests {

    @TempDir
    Path base;

    static class ReportingTestCase {

        @ModelExperiment
        @GridSearch(objective = "accuracy", direction = Direction.MAXIMIZE, pruner = Pruning.MEDIAN)
        void reports(@IntRange(min = 0, max = 7) int size, Run run, Trial trial) {
            for (int step = 0; step < 10; step++) {
                trial.report(step, step * (size == 6 ? -1 : 1));
                if (trial.shouldStop()) {
                    run.tag("stopped at", Integer.toString(step));
                    return;
                }
            }
            run.metric("accuracy", 10 + size);
        }

        @ModelExperiment
        @GridSearch(objective = "accuracy", direction = Direction.MAXIMIZE)
        void reportsTwice(@IntRange(min = 0, max = 0) int size, Trial trial) {
            trial.report(1, 1);
            trial.report(1, 2);
        }

        @ModelExperiment
        void isNoTrial(Trial trial) {}
    }

    static class TrainingTestCase {

        /** No code of the user's takes part in the pruning. */
        @ModelExperiment(seed = 1)
        @GridSearch(objective = "validation.rmse", direction = Direction.MINIMIZE, pruner = Pruning.MEDIAN)
        void trains(@DoubleValues({0.5, 0.45, 0.4, 0.35, 0.3, 0.001, 0.6}) double eta) throws XGBoostError {
            train(eta);
        }

        @ModelExperiment(seed = 1)
        @BayesianSearch(
                trials = 12,
                startup = 4,
                objective = "validation.rmse",
                direction = Direction.MINIMIZE,
                pruner = Pruning.ASHA)
        void trainsAdaptively(@DoubleValues({0.5, 0.4, 0.3, 0.01}) double eta, @IntRange(min = 1, max = 4) int depth)
                throws XGBoostError {
            train(eta);
        }

        private static void train(double eta) throws XGBoostError {
            Random random = new Random(1);
            float[] features = new float[200];
            float[] labels = new float[200];
            for (int i = 0; i < labels.length; i++) {
                features[i] = random.nextFloat();
                labels[i] = 3 * features[i];
            }
            DMatrix matrix = new DMatrix(features, labels.length, 1, Float.NaN);
            try {
                matrix.setLabel(labels);
                XGBoost.train(
                        matrix,
                        Map.of("eta", eta, "verbose_eval", 0, "nthread", 1),
                        10,
                        Map.of("validation", matrix),
                        null,
                        null);
            } finally {
                matrix.dispose();
            }
        }
    }

    @Test
    void whatATrialReportsIsJudgedAtEachStep() {
        Experiments experiments = Experiments.in(base).execute(ReportingTestCase.class);

        RunRecord pruned = experiments.trials("reports").get(6);
        assertThat(pruned)
                .returns(Status.PRUNED, RunRecord::status)
                .returns("pruned at step 1", RunRecord::reason)
                .returns(null, RunRecord::verdict)
                .returns(null, run -> run.search().objective().value());
        assertThat(pruned.tags()).containsEntry("stopped at", "1");
        assertThat(pruned.metrics()).hasSize(2);
        assertThat(experiments.trialResults("reports").get(6).getStatus())
                .isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(experiments.run("reports"))
                .returns(Status.FINISHED, RunRecord::status)
                .returns(7, run -> run.search().winner().trial());
    }

    @Test
    void stepsAreReportedOnceAndInOrder() {
        Experiments experiments = Experiments.in(base).execute(ReportingTestCase.class);

        assertThat(experiments.studyFailure("reportsTwice"))
                .hasMessageContaining("Trial 0 reported step 1 after step 1: report each step once, in order");
    }

    @Test
    void outsideAStudyThereIsNoTrial() {
        Experiments experiments = Experiments.in(base).execute(ReportingTestCase.class);

        assertThat(experiments.failure("isNoTrial")).hasMessageContaining("add @GridSearch, @RandomSearch or");
    }

    @Test
    void anAutologgedTrainingIsStoppedWithoutAnyCode() {
        Experiments experiments = Experiments.in(base).execute(TrainingTestCase.class);

        assertThat(experiments.trials("trains"))
                .extracting(RunRecord::status)
                .containsExactly(
                        Status.FINISHED,
                        Status.FINISHED,
                        Status.FINISHED,
                        Status.FINISHED,
                        Status.FINISHED,
                        Status.PRUNED,
                        Status.FINISHED);
        RunRecord pruned = experiments.trials("trains").get(5);
        assertThat(pruned.reason()).isEqualTo("pruned at step 0");
        assertThat(pruned.failure()).isNull();
        assertThat(pruned.metrics()).hasSize(1);
        assertThat(experiments.run("trains").status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void anAdaptiveSearchLearnsFromPrunedTrialsAndIsTheSameTwice() {
        Experiments one = Experiments.in(base.resolve("one")).execute(TrainingTestCase.class);
        Experiments two = Experiments.in(base.resolve("two")).execute(TrainingTestCase.class);

        assertThat(one.trials("trainsAdaptively")).extracting(RunRecord::status).contains(Status.PRUNED);
        assertThat(one.trials("trainsAdaptively"))
                .extracting(trial -> trial.search().toString() + trial.status())
                .containsExactlyElementsOf(two.trials("trainsAdaptively").stream()
                        .map(trial -> trial.search().toString() + trial.status())
                        .toList());
    }
}
