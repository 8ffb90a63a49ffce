package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.modeltracking.CrossValidated;
import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.Fold;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.OnTrialError;
import io.modeltracking.Pruning;
import io.modeltracking.RepeatedSeeds;
import io.modeltracking.RequireMetric;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Trial;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** What becomes of a trial when one of its folds fails, is tried again, is pruned, or runs beside the others. */
class PartsInStudiesTests {

    private static final AtomicBoolean FLAKY = new AtomicBoolean();

    @TempDir
    Path base;

    @BeforeEach
    void failOnce() {
        FLAKY.set(true);
    }

    static class FlakyTestCase {

        @ModelExperiment(name = "Flaky_Study")
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @CrossValidated(folds = 3)
        void grid(@IntRange(min = 0, max = 2) int size, Run run, Fold fold, Trial trial) {
            if (size == 1 && fold.number() == 1 && FLAKY.getAndSet(false)) {
                throw new IllegalStateException("flaky");
            }
            run.metric("validation.loss", 10 - size + fold.number());
        }

        @ModelExperiment(name = "Flaky_Run")
        @RepeatedSeeds({1, 2, 3})
        @RequireMetric(name = "loss", max = 1.5)
        void single(Run run, Seeds seeds) {
            run.metric("loss", seeds.root());
        }
    }

    @Test
    void afterAFoldThatThrewTheRestOfTheTrialIsNotRun() {
        Experiments experiments = Experiments.in(base).execute(FlakyTestCase.class);

        RunRecord trial = experiments.trials("grid").get(1);
        assertThat(trial.status()).isEqualTo(Status.BROKEN);
        assertThat(trial.reason()).contains("flaky");
        assertThat(PartsTests.children(experiments, trial))
                .extracting(RunRecord::status)
                .containsExactly(Status.FINISHED, Status.BROKEN);
        assertThat(experiments.trials("grid")).hasSize(2);
        assertThat(experiments.studyFailure("grid")).hasMessageContaining("flaky");
    }

    @Test
    void aRerunRunsTheFoldThatFailedAndMakesTrialAndStudyWhole() {
        Experiments experiments = Experiments.in(base)
                .with("surefire.rerunFailingTestsCount", "1")
                .execute(FlakyTestCase.class)
                .rerun();

        List<RunRecord> trials = experiments.trials("grid").stream()
                .filter(trial -> trial.started().trial() == 1)
                .toList();
        assertThat(trials).hasSize(2);
        RunRecord again = trials.stream()
                .filter(trial -> trial.status() == Status.FINISHED)
                .findFirst()
                .orElseThrow();
        assertThat(again.search().objective().value()).isEqualTo(10.0);
        assertThat(again.started().attempt()).isEqualTo(2);
        assertThat(again.search().objective().parts()).isEqualTo(3);
        assertThat(PartsTests.children(experiments, again))
                .extracting(fold -> fold.started().name())
                .containsExactly("fold 1");
        assertThat(experiments.result("grid").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void aRejectedMeanStaysRejectedWhenOnlyTheLastRepeatIsRunAgain() {
        Experiments experiments =
                Experiments.in(base).execute(FlakyTestCase.class).rerun();

        assertThat(experiments.failure("single")).hasMessageContaining("loss <= 1.5: observed 2");
    }

    static class PrunedTestCase {

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE, pruner = Pruning.MEDIAN)
        @CrossValidated(folds = 4)
        void grid(@IntRange(min = 0, max = 9) int size, Run run, Fold fold) {
            run.metric("validation.loss", size + fold.number());
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE, onTrialError = OnTrialError.CONTINUE)
        @CrossValidated(folds = 2)
        void reports(@IntRange(min = 0, max = 0) int size, Trial trial) {
            trial.report(0, 1);
        }
    }

    @Test
    void aPrunerComparesTrialsAfterEachFold() {
        Experiments experiments = Experiments.in(base).execute(PrunedTestCase.class);

        List<RunRecord> trials = experiments.trials("grid");
        assertThat(trials.subList(0, 5)).extracting(RunRecord::status).containsOnly(Status.FINISHED);
        assertThat(trials.subList(5, 10)).allSatisfy(trial -> {
            assertThat(trial.status()).isEqualTo(Status.PRUNED);
            assertThat(trial.reason()).isEqualTo("pruned at step 0");
            assertThat(PartsTests.children(experiments, trial)).hasSize(1);
        });
        assertThat(trials.get(0).search().objective().watched()).isEqualTo("validation.loss");
        assertThat(trials.get(0).metrics()).extracting(metric -> metric.value()).containsExactly(0.0, 0.5, 1.0, 1.5);
    }

    @Test
    void aReportWithinAFoldIsRefused() {
        Experiments experiments = Experiments.in(base).execute(PrunedTestCase.class);

        assertThat(experiments.trials("reports").get(0).reason())
                .contains("within a repeat or fold: a pruner compares trials after each of them");
    }

    static class ParallelTestCase {

        @ModelExperiment(name = "Parallel_Parts", seed = 3)
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        @RepeatedSeeds({1, 2, 3, 4})
        @RequireMetric(name = "loss", min = 1)
        void grid(@IntRange(min = 0, max = 5) int size, Run run, Seeds seeds) {
            run.metric("loss", size + seeds.generator("noise").nextDouble());
        }
    }

    @Test
    void partsInParallelAreThoseOfASequentialRun() {
        Experiments sequential = Experiments.in(base.resolve("sequential")).execute(ParallelTestCase.class);
        Experiments parallel = Experiments.in(base.resolve("parallel"))
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute(ParallelTestCase.class);

        assertThat(parallel.trials("grid"))
                .hasSize(6)
                .extracting(trial -> List.of(trial.search(), trial.status(), trial.verdict()))
                .containsExactlyElementsOf(sequential.trials("grid").stream()
                        .map(trial -> List.<Object>of(trial.search(), trial.status(), trial.verdict()))
                        .toList());
        assertThat(parallel.trials("grid"))
                .allSatisfy(trial ->
                        assertThat(PartsTests.children(parallel, trial)).hasSize(4));
        assertThat(parallel.run("grid").search().winner().objective())
                .isEqualTo(sequential.run("grid").search().winner().objective());
    }

    static class HoldoutTestCase {

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @CrossValidated(folds = 2)
        @RequireMetric(name = "holdout.rmse", max = 1.6)
        void grid(@IntRange(min = 0, max = 1) int size, Run run, Fold fold) {
            run.dataset("holdout", Dataset.of(new double[][] {{1}}, "x").role(Role.HOLDOUT));
            run.metric("validation.loss", size);
            run.holdout(
                    "holdout",
                    () -> Evaluation.regression()
                            .actual(new double[] {3, 3})
                            .predicted(new double[] {2 - fold.number(), 2 - fold.number()}));
        }
    }

    @Test
    void whatTheFoldsOfTheWinnerHoldOutIsLookedAtTogether() {
        Experiments experiments = Experiments.in(base).execute(HoldoutTestCase.class);

        RunRecord study = experiments.run("grid");
        assertThat(study.metric("holdout.rmse")).hasValue(1.5);
        assertThat(study.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(study.warnings()).extracting(warning -> warning.code()).contains("holdout-mean");
        assertThat(experiments.trials("grid"))
                .allSatisfy(trial -> assertThat(trial.metric("holdout.rmse")).isEmpty());
    }

    @Test
    void oneFoldAloneLeavesItsTrialIncomplete() {
        Experiments all = Experiments.in(base.resolve("all")).execute(ParallelTestCase.class);
        String second = all.results().keySet().stream()
                .filter(id -> id.endsWith("#6]"))
                .findFirst()
                .orElseThrow();

        Experiments one = Experiments.in(base.resolve("one")).execute(selectUniqueId(second));

        assertThat(one.results().values())
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(one.trials("grid")).singleElement().satisfies(trial -> {
            assertThat(trial.started().trial()).isEqualTo(1);
            assertThat(trial.status()).isEqualTo(Status.ABORTED);
            assertThat(trial.reason()).isEqualTo("it is incomplete: [seed 1, seed 3, seed 4] did not run");
        });
        assertThat(one.run("grid").status()).isEqualTo(Status.ABORTED);
    }
}
