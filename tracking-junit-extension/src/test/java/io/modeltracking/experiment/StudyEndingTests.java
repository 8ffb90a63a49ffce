package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.OnTrialError;
import io.modeltracking.RandomSearch;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** Every way that a study can end: what JUnit says, and what the runs say. */
class StudyEndingTests {

    @TempDir
    Path base;

    record Size(@IntRange(min = 0, max = 4) int size) {}

    static class EndingsTestCase {

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "validation.gap", max = 1)
        void acceptsNobody(Size params, Run run) {
            run.metric("validation.loss", 1).metric("validation.gap", 2 + params.size());
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void throwsAtTheThird(Size params, Run run) {
            if (params.size() == 2) {
                throw new IllegalStateException("no memory left");
            }
            run.metric("validation.loss", params.size());
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MAXIMIZE, onTrialError = OnTrialError.CONTINUE)
        void goesOn(Size params, Run run) {
            if (params.size() == 2) {
                throw new IllegalStateException("no memory left");
            }
            if (params.size() == 3) {
                run.metric("validation.loss", Double.NaN);
            } else if (params.size() != 4) {
                run.metric("validation.loss", params.size());
            }
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void neverLogsItsObjective(Size params, Run run) {
            run.metric("validation.lost", 1);
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireArtifact("shap_summary.png")
        void lacksItsArtifact(Size params, Run run) {
            run.metric("validation.loss", params.size());
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void assumes(Size params) {
            assumeTrue(false, "no GPU");
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void isInterrupted(Size params) throws InterruptedException {
            Thread.currentThread().interrupt();
            Thread.sleep(10);
        }

        @ModelExperiment
        @BayesianSearch(trials = 50, objective = "validation.loss", direction = Direction.MINIMIZE, patience = 2)
        void triesTheWholeSpaceAtMost(Size params, Run run) {
            run.metric("validation.loss", 1);
        }

        @ModelExperiment
        @RandomSearch(trials = 5, objective = "validation.loss", direction = Direction.MINIMIZE, timeout = "0.05s")
        void takesTooLong(Size params, Run run) throws InterruptedException {
            Thread.sleep(60);
            run.metric("validation.loss", 1);
        }
    }

    static class BrokenTestCase {

        @BeforeEach
        void prepare(Size params) {
            if (params.size() == 1) {
                throw new IllegalStateException("cannot prepare " + params);
            }
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE, onTrialError = OnTrialError.CONTINUE)
        void preparesEachTrial(Size params, Run run) {
            run.metric("validation.loss", params.size());
        }
    }

    static class UnstableTestCase {

        UnstableTestCase() {
            throw new IllegalStateException("no instance");
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void neverBegins(Size params, Run run) {}
    }

    private Experiments experiments() {
        return Experiments.in(base).execute(EndingsTestCase.class);
    }

    @Test
    void withoutAnAcceptedTrialTheStudyFailsAndNamesTheNearestMisses() {
        Experiments experiments = experiments();

        assertThat(experiments.studyFailure("acceptsNobody"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "none of 5 trials was accepted: widen the space, search longer, or reconsider the requirements")
                .hasMessageContaining("with size=0, validation.loss = 1.0: validation.gap <= 1.0: observed 2.0")
                .hasMessageNotContaining("size=3");
        assertThat(experiments.run("acceptsNobody"))
                .returns(Status.FAILED, RunRecord::status)
                .returns(Verdict.REJECTED, RunRecord::verdict)
                .returns(null, run -> run.search().winner());
        assertThat(experiments.trials("acceptsNobody"))
                .hasSize(5)
                .extracting(trial -> trial.search().objective().violation())
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void aTrialThatThrowsEndsTheStudyAndFailsIt() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("throwsAtTheThird"))
                .extracting(RunRecord::status)
                .containsExactly(Status.FINISHED, Status.FINISHED, Status.BROKEN);
        assertThat(experiments
                        .trialResults("throwsAtTheThird")
                        .get(2)
                        .getThrowable()
                        .orElseThrow())
                .isInstanceOf(IllegalStateException.class);
        assertThat(experiments.studyFailure("throwsAtTheThird"))
                .hasMessageContaining("failed: trial 2 (run ")
                .hasMessageContaining("IllegalStateException: no memory left")
                .hasMessageContaining("3 of 5 trials were tried")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(experiments.run("throwsAtTheThird"))
                .returns(Status.BROKEN, RunRecord::status)
                .returns(null, run -> run.search().winner());
    }

    @Test
    void aForgivenTrialIsRecordedAndTheStudyGoesOn() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("goesOn"))
                .extracting(RunRecord::status)
                .containsExactly(Status.FINISHED, Status.FINISHED, Status.BROKEN, Status.FAILED, Status.FAILED);
        assertThat(experiments.trials("goesOn")).extracting(RunRecord::reason).satisfies(reasons -> {
            assertThat(reasons.get(2)).isEqualTo("IllegalStateException: no memory left");
            assertThat(reasons.get(3)).isEqualTo("Trial 3 has no objective: validation.loss is NaN");
            assertThat(reasons.get(4)).contains("validation.loss was never logged");
        });
        assertThat(experiments.trialResults("goesOn").get(2))
                .returns(TestExecutionResult.Status.ABORTED, TestExecutionResult::getStatus);
        assertThat(experiments.trialResults("goesOn").get(2).getThrowable().orElseThrow())
                .hasMessage("Trial 2 failed, and the study goes on: IllegalStateException: no memory left");
        assertThat(experiments.run("goesOn"))
                .returns(Status.FINISHED, RunRecord::status)
                .returns(1, run -> run.search().winner().trial());
    }

    @Test
    void anObjectiveThatIsNeverLoggedIsNamedWithWhatWas() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("neverLogsItsObjective")).hasSize(1);
        assertThat(experiments.studyFailure("neverLogsItsObjective"))
                .hasMessageContaining(
                        "Trial 0 has no objective: validation.loss was never logged; logged were [validation.lost]");
    }

    @Test
    void artifactsAreAskedOfTheWinnerAlone() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("lacksItsArtifact"))
                .hasSize(5)
                .allSatisfy(trial -> assertThat(trial.verdict()).isEqualTo(Verdict.ACCEPTED));
        assertThat(experiments.studyFailure("lacksItsArtifact"))
                .hasMessageContaining("is rejected with its winner, trial 0 (run ")
                .hasMessageContaining("✗ artifact shap_summary.png: never logged");
        assertThat(experiments.run("lacksItsArtifact"))
                .returns(Verdict.REJECTED, RunRecord::verdict)
                .returns(0, run -> run.search().winner().trial());
    }

    @Test
    void whenEveryTrialIsAbortedSoIsTheStudy() {
        Experiments experiments = experiments();

        assertThat(experiments.trialResults("assumes"))
                .hasSize(5)
                .allSatisfy(result -> assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED));
        assertThat(experiments.results().keySet())
                .noneMatch(id -> id.endsWith("assumes(" + Size.class.getName() + ")]"));
        assertThat(experiments.run("assumes"))
                .returns(Status.ABORTED, RunRecord::status)
                .satisfies(run -> assertThat(run.reason()).contains("so was each of its 5 trials", "no GPU"));
    }

    @Test
    void anInterruptedTrialEndsTheStudy() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("isInterrupted"))
                .extracting(RunRecord::status)
                .containsExactly(Status.INTERRUPTED);
        assertThat(experiments.run("isInterrupted").status()).isEqualTo(Status.INTERRUPTED);
    }

    @Test
    void patienceAndTimeoutEndAStudyEarlyAndSaySo() {
        Experiments experiments = experiments();

        assertThat(experiments.trials("triesTheWholeSpaceAtMost")).hasSize(3);
        assertThat(experiments.run("triesTheWholeSpaceAtMost").warnings())
                .extracting(warning -> warning.message())
                .containsExactly(
                        "the space has 5 points: no more trials than that, instead of 50",
                        "the study ended after 3 of 5 trials: 2 trials in a row were no better");
        assertThat(experiments.trials("takesTooLong")).hasSize(1);
        assertThat(experiments.run("takesTooLong"))
                .returns(Status.FINISHED, RunRecord::status)
                .satisfies(run -> assertThat(run.warnings())
                        .extracting(warning -> warning.message())
                        .containsExactly("the study ended after 1 of 5 trials: its timeout is over"));
    }

    @Test
    void whatFailsBeforeTheMethodFailsTheTrialAlike() {
        Experiments experiments = Experiments.in(base).execute(BrokenTestCase.class);

        assertThat(experiments.trials("preparesEachTrial"))
                .extracting(RunRecord::status)
                .containsExactly(Status.FINISHED, Status.BROKEN, Status.FINISHED, Status.FINISHED, Status.FINISHED);
        assertThat(experiments.run("preparesEachTrial").search().winner().trial())
                .isZero();
    }

    @Test
    void trialsThatNeverBeginFailTheStudy() {
        Experiments experiments = Experiments.in(base).execute(UnstableTestCase.class);

        assertThat(experiments.studyFailure("neverBegins"))
                .hasMessageContaining("failed: trials [0, 1, 2, 3, 4] never came to open their runs");
        assertThat(experiments.run("neverBegins").status()).isEqualTo(Status.FAILED);
    }
}
