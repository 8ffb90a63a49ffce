package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What selects may not judge: a study looks at what is held out once, for its winner, and never chooses by it. */
class HoldoutStudyTests {

    private static final double[][] ROWS = {{1}, {2}, {3}};
    private static final List<Integer> LOOKED_AT = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path base;

    @BeforeEach
    void forget() {
        LOOKED_AT.clear();
    }

    static class HoldoutTestCase {

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "holdout.rmse", max = 10)
        @RequireMetric(name = "validation.loss", min = 1)
        void looksOnce(@IntRange(min = 0, max = 4) int size, Run run) {
            run.dataset("holdout", Dataset.of(ROWS, "x").role(Role.HOLDOUT));
            run.metric("validation.loss", Math.abs(size - 2) + 0.5);
            run.holdout("holdout", () -> evaluation(size));
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "holdout.rmse", max = 0.1)
        void isWorseOnWhatIsHeldOut(@IntRange(min = 0, max = 1) int size, Run run) {
            run.metric("validation.loss", size);
            run.holdout("holdout", () -> evaluation(size));
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void hasNothingLeftToLookAt(@IntRange(min = 0, max = 1) int size, Run run) {
            run.metric("validation.loss", size);
            run.holdout("holdout", () -> {
                throw new IllegalStateException("booster disposed");
            });
        }

        @ModelExperiment
        @GridSearch(objective = "holdout.rmse", direction = Direction.MINIMIZE)
        void choosesByIt(@IntRange(min = 0, max = 1) int size, Run run) {
            run.holdout("holdout", () -> evaluation(size));
        }

        @ModelExperiment
        @GridSearch(objective = "test.rmse", direction = Direction.MINIMIZE)
        void choosesByItsRole(@IntRange(min = 0, max = 1) int size, Run run) {
            run.metric("test.rmse", size);
            run.dataset("test", Dataset.of(ROWS, "x").role(Role.HOLDOUT));
        }

        @ModelExperiment
        @GridSearch(objective = "test.rmse", direction = Direction.MINIMIZE, allowHoldoutSelection = true)
        void choosesByItAndSaysSo(@IntRange(min = 0, max = 1) int size, Run run) {
            run.dataset("test", Dataset.of(ROWS, "x").role(Role.HOLDOUT));
            run.metric("test.rmse", size);
        }

        private static Evaluation evaluation(int size) {
            LOOKED_AT.add(size);
            return Evaluation.regression().actual(new double[] {1, 2, 3}).predicted(new double[] {1 + size, 2, 3});
        }
    }

    private Experiments experiments() {
        return Experiments.in(base).execute(HoldoutTestCase.class);
    }

    @Test
    void whatIsHeldOutIsEvaluatedOnceForTheWinner() {
        Experiments experiments = experiments();

        RunRecord study = experiments.run("looksOnce");
        assertThat(study)
                .returns(Status.FINISHED, RunRecord::status)
                .returns(Verdict.ACCEPTED, RunRecord::verdict)
                .returns(1, run -> run.search().winner().trial());
        assertThat(study.metric("holdout.rmse")).isPresent();
        assertThat(study.checks()).extracting(check -> check.rule()).containsExactly("holdout.rmse <= 10.0");
        assertThat(experiments.trials("looksOnce")).allSatisfy(trial -> {
            assertThat(trial.metric("holdout.rmse")).isEmpty();
            assertThat(trial.checks()).extracting(check -> check.rule()).containsExactly("validation.loss >= 1.0");
        });
        assertThat(LOOKED_AT).containsOnlyOnce(1).doesNotContain(2, 3, 4);
    }

    @Test
    void aRequirementOnItRejectsTheStudyWithItsWinner() {
        Experiments experiments = experiments();

        assertThat(experiments.run("isWorseOnWhatIsHeldOut").status()).isEqualTo(Status.FINISHED);
        assertThat(experiments.run("isWorseOnWhatIsHeldOut").search().winner().trial())
                .isZero();

        RunRecord pinned = Experiments.in(base.resolve("pinned"))
                .with("tracking.param.size", "1")
                .execute(HoldoutTestCase.class)
                .run("isWorseOnWhatIsHeldOut");
        assertThat(pinned)
                .returns(Status.FAILED, RunRecord::status)
                .returns(Verdict.REJECTED, RunRecord::verdict)
                .satisfies(run -> assertThat(run.failure().message())
                        .contains("is rejected with its winner, trial 0", "✗ holdout.rmse <= 0.1: observed 0.57"));
    }

    @Test
    void aSupplierThatFailsFailsTheStudyAndSaysWhatItNeeds() {
        Experiments experiments = experiments();

        assertThat(experiments.studyFailure("hasNothingLeftToLookAt"))
                .hasMessageContaining("booster disposed")
                .hasMessageContaining("What the supplier needs must live until the study ends");
        assertThat(experiments.run("hasNothingLeftToLookAt").status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void anObjectiveOnItIsRefused() {
        Experiments experiments = experiments();

        assertThat(experiments.studyFailure("choosesByIt"))
                .hasMessageContaining("The objective holdout.rmse is of the data set \"holdout\", which is held out");
        assertThat(experiments.studyFailure("choosesByItsRole"))
                .hasMessageContaining("The objective test.rmse is of the data set \"test\", which is held out")
                .hasMessageContaining("or set allowHoldoutSelection");
        assertThat(LOOKED_AT).hasSize(2);
    }

    @Test
    void allowedItIsSaidOnTheTrialsAndTheStudy() {
        Experiments experiments = experiments();

        assertThat(experiments.run("choosesByItAndSaysSo"))
                .returns(Status.FINISHED, RunRecord::status)
                .satisfies(run -> assertThat(run.warnings())
                        .extracting(warning -> warning.code())
                        .containsExactly("holdout-selects"));
        assertThat(experiments.trials("choosesByItAndSaysSo"))
                .allSatisfy(trial -> assertThat(trial.warnings())
                        .extracting(warning -> warning.code())
                        .containsExactly("holdout-selects"));
    }
}
