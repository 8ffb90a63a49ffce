package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ExpectRejected;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** Requirements are all evaluated, all recorded, and fail the test in one message. */
class RequirementTests {

    @TempDir
    Path base;

    static class RequiringTestCase {

        @ModelExperiment
        @RequireMetric(name = "test.rmse", max = 0.5)
        @RequireMetric(name = "test.gini.exposure", min = 0.2, max = 0.4)
        @RequireGap(train = "train.rmse", test = "test.rmse", maxRelative = 0.05)
        @RequireArtifact("lift.png")
        void holds(Run run) {
            run.metric("train.rmse", 0.40).metric("test.rmse", 0.41).metric("test.gini.exposure", 0.3);
            run.artifact("lift.png", new byte[] {1});
            run.require().metric("test.rmse").isLessThan(0.42).that("enough rows", true);
        }

        @ModelExperiment
        @RequireMetric(name = "test.rmse", max = 0.5)
        @RequireMetric(name = "test.mae", max = 0.5)
        @RequireMetric(name = "test.nan", min = 0)
        @RequireMetric(name = "test.rmse@first", equalTo = 0.9, tolerance = 0.01)
        @RequireGap(train = "train.rmse", test = "test.rmse", maxRelative = 0.05)
        @RequireArtifact("lift.png")
        void missesMost(Run run) {
            run.metric("test.rmse", 0.9, 0).metric("test.rmse", 0.6, 1);
            run.metric("train.rmse", 0.5).metric("test.nan", Double.NaN);
            run.require().gap("train.rmse", "test.rmse").isAtMostAbsolute(0.2);
        }

        @ModelExperiment
        @ExpectRejected
        @RequireMetric(name = "test.rmse", max = 0.5)
        void overfitsAsExpected(Run run) {
            run.metric("test.rmse", 0.9);
        }

        @ModelExperiment
        @ExpectRejected
        @RequireMetric(name = "test.rmse", max = 0.5)
        void isAcceptedUnexpectedly(Run run) {
            run.metric("test.rmse", 0.1);
        }

        @ModelExperiment
        @RequireMetric(name = "test.rmse", max = 0.5)
        void throwsBeforeItLogs() {
            throw new IllegalStateException("training failed");
        }

        @ModelExperiment
        @RequireMetric(name = "logged.late", min = 1)
        void logsInAfterEach() {}

        @AfterEach
        void after(Run run) {
            run.metric("logged.late", 1);
        }

        @ModelExperiment
        void isRejectedThroughItsChild(Run run) {
            try (Run child = run.child("fold 1")) {
                child.metric("test.rmse", 0.9);
                child.require().metric("test.rmse").isAtMost(0.5);
            }
        }
    }

    private Experiments experiments() {
        return Experiments.in(base).execute(RequiringTestCase.class);
    }

    @Test
    void whatHoldsIsAcceptedAndRecordedRuleByRule() {
        RunRecord run = experiments().run("holds");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.checks())
                .extracting(check -> check.rule())
                .containsExactly(
                        "test.rmse <= 0.5",
                        "test.gini.exposure in [0.2, 0.4]",
                        "gap train.rmse → test.rmse <= 5.0 %",
                        "artifact lift.png",
                        "test.rmse < 0.42",
                        "enough rows");
    }

    @Test
    void everyFailureStandsInOneMessage() {
        Experiments experiments = experiments();

        assertThat(experiments.failure("missesMost"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("5 of 7 requirements failed")
                .hasMessageContaining("✗ test.rmse <= 0.5: observed 0.6")
                .hasMessageContaining("✗ test.mae <= 0.5: never logged; logged were test.rmse")
                .hasMessageContaining("✗ test.nan >= 0.0: observed NaN")
                .hasMessageContaining("✗ gap train.rmse → test.rmse <= 5.0 %: observed 20")
                .hasMessageContaining("✗ artifact lift.png: never logged (no artifact was)");
        RunRecord run = experiments.run("missesMost");
        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(run.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(run.reason()).isEqualTo("test.rmse <= 0.5: observed 0.6 (and 4 more)");
    }

    @Test
    void verdictsCarryObservedValueThresholdAndViolation() {
        assertThat(experiments().run("missesMost").checks().get(0))
                .returns(0.6, check -> check.observed())
                .returns(0.5, check -> check.max())
                .returns(Verdict.REJECTED, check -> check.verdict())
                .satisfies(check -> assertThat(check.violation()).isBetween(0.199, 0.201));
    }

    @Test
    void expectRejectedTurnsTheExperimentRound() {
        Experiments experiments = experiments();

        assertThat(experiments.result("overfitsAsExpected").getStatus())
                .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(experiments.run("overfitsAsExpected"))
                .returns(Status.FINISHED, RunRecord::status)
                .returns(Verdict.REJECTED, RunRecord::verdict)
                .returns("test.rmse <= 0.5: observed 0.9", RunRecord::reason);
        assertThat(experiments.failure("isAcceptedUnexpectedly"))
                .hasMessageContaining("was expected to be rejected, but all 1 requirements hold");
        assertThat(experiments.run("isAcceptedUnexpectedly").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void theUsersFailureIsNeverMasked() {
        Experiments experiments = experiments();

        assertThat(experiments.failure("throwsBeforeItLogs"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("training failed");
        assertThat(experiments.run("throwsBeforeItLogs"))
                .returns(Status.BROKEN, RunRecord::status)
                .returns("IllegalStateException: training failed", RunRecord::reason)
                .returns(Verdict.REJECTED, RunRecord::verdict);
    }

    @Test
    void whatAfterEachLogsCounts() {
        assertThat(experiments().run("logsInAfterEach").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aRejectedChildRejectsItsParent() {
        Experiments experiments = experiments();

        assertThat(experiments.failure("isRejectedThroughItsChild"))
                .hasMessageContaining("child run \"fold 1\" accepted (test.rmse <= 0.5: observed 0.9)");
        RunRecord parent = experiments.run("isRejectedThroughItsChild");
        assertThat(experiments.runs())
                .filteredOn(run -> run.started().parent() != null)
                .singleElement()
                .returns(parent.id(), run -> run.started().parent())
                .returns("fold 1", run -> run.started().name())
                .returns(Status.FAILED, RunRecord::status);
    }
}
