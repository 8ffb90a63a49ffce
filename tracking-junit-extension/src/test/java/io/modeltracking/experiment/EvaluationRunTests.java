package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations become metrics and charts; what is held out is looked at once, and only if the run is accepted. */
class EvaluationRunTests {

    private static Experiments experiments;

    @BeforeAll
    static void execute(@TempDir Path base) {
        experiments = Experiments.in(base).execute(EvaluatingTestCase.class);
    }

    static class EvaluatingTestCase {

        @ModelExperiment
        void evaluates(Run run) {
            run.evaluate("test", twoClaims());
        }

        @ModelExperiment
        void hasNoClaims(Run run) {
            run.evaluate(
                    "test",
                    Evaluation.frequency()
                            .claims(new double[] {0, 0, 0, 0})
                            .exposure(new double[] {1, 1, 1, 1})
                            .predictedRate(new double[] {0.1, 0.2, 0.3, 0.4}));
        }

        @ModelExperiment
        @RequireMetric(name = "test.rmse", max = 0.5)
        @RequireMetric(name = "holdout.actual_expected", min = 1.9, max = 2.1)
        void isAccepted(Run run) {
            run.holdout("holdout", EvaluatingTestCase::twoClaims).metric("test.rmse", 0.4);
        }

        @ModelExperiment
        @RequireMetric(name = "test.rmse", max = 0.5)
        void isRejected(Run run) {
            run.holdout("holdout", EvaluatingTestCase::twoClaims).metric("test.rmse", 0.6);
        }

        @ModelExperiment
        @RequireMetric(name = "holdout.actual_expected", max = 1)
        void failsOnWhatIsHeldOut(Run run) {
            run.holdout("holdout", EvaluatingTestCase::twoClaims);
        }

        @ModelExperiment
        void looksTwice(Run run) {
            run.holdout("holdout", EvaluatingTestCase::twoClaims);
            run.holdout("holdout", EvaluatingTestCase::twoClaims);
        }

        @ModelExperiment
        void cannotEvaluateWhatIsHeldOut(Run run) {
            run.holdout("holdout", () -> {
                throw new IllegalStateException("no such file");
            });
        }

        @ModelExperiment
        @RequireMetric(name = "lower(validation.gini.exposure)", min = 0)
        void evaluatesValidationBeforeTrain(Run run) {
            run.evaluate("validation", twoClaims()).evaluate("train", twoClaims());
        }

        @ModelExperiment
        void evaluatesTrainBeforeValidation(Run run) {
            run.evaluate("train", twoClaims()).evaluate("validation", twoClaims());
            run.require().interval("validation.actual_expected").isBetween(0.9, 1.1);
        }

        /** Two claims where one was expected. */
        private static Evaluation twoClaims() {
            return Evaluation.frequency()
                    .claims(new double[] {0, 1, 0, 1})
                    .exposure(new double[] {1, 1, 1, 1})
                    .predictedRate(new double[] {0.1, 0.2, 0.3, 0.4});
        }
    }

    @Test
    void logsTheStandardMetricsAndChartsUnderTheDataSetsName() {
        RunRecord run = experiments.run("evaluates");

        assertThat(run.metric("test.actual_expected")).hasValue(2.0);
        assertThat(run.metrics()).extracting(metric -> metric.name()).allMatch(name -> name.startsWith("test."));
        assertThat(run.metrics())
                .filteredOn(metric -> metric.name().equals("test.poisson_deviance.per_exposure"))
                .singleElement()
                .returns("MINIMIZE", metric -> metric.direction());
        assertThat(run.artifacts())
                .extracting(Artifact::name)
                .contains("test/lift.json", "test/lift.csv", "test/lift.png");
    }

    @Test
    void predictionsAreKeptOfDataThatTheModelHasNotLearnedFrom() {
        assertThat(experiments.run("evaluatesTrainBeforeValidation").artifacts())
                .extracting(Artifact::name)
                .contains("validation/predictions.csv.gz", "validation/predictions.json")
                .noneMatch(name -> name.startsWith("train/predictions"));
    }

    @Test
    void theMeanModelStandsBesideTheModelWhicheverDataComesFirst() {
        RunRecord before = experiments.run("evaluatesTrainBeforeValidation");
        RunRecord after = experiments.run("evaluatesValidationBeforeTrain");

        // Half a claim a year in four years, two of them with a claim: 2 (2 ln 2 / 4).
        double loss = Math.log(2);
        for (String dataSet : new String[] {"train", "validation"}) {
            String metric = dataSet + ".mean_model.poisson_deviance.per_exposure";
            assertThat(before.metric(metric).orElseThrow()).isCloseTo(loss, within(1e-15));
            assertThat(after.metric(metric)).isEqualTo(before.metric(metric));
            assertThat(after.metric(dataSet + ".d2.train_mean")).isEqualTo(before.metric(dataSet + ".d2.train_mean"));
        }
    }

    @Test
    void anIntervalThatSpansTheThresholdFailsAsInconclusive() {
        assertThat(experiments.failure("evaluatesTrainBeforeValidation"))
                .hasMessageContaining(
                        "interval(validation.actual_expected) in [0.9, 1.1]: INCONCLUSIVE, the interval is [");
        assertThat(experiments.run("evaluatesTrainBeforeValidation").checks())
                .singleElement()
                .returns(Verdict.INCONCLUSIVE, check -> check.verdict());
        assertThat(experiments.run("evaluatesTrainBeforeValidation").verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(experiments.failure("evaluatesValidationBeforeTrain"))
                .hasMessageContaining("lower(validation.gini.exposure) >= 0.0: logged without an interval");
    }

    @Test
    void recordsAMetricThatDoesNotExistAsNaNWithTheReason() {
        RunRecord run = experiments.run("hasNoClaims");

        assertThat(run.metric("test.gini.exposure")).hasValue(Double.NaN);
        assertThat(run.warnings())
                .filteredOn(warning -> warning.code().equals("metric-undefined"))
                .extracting(Warning::message)
                .anyMatch(message -> message.startsWith("test.gini.exposure is undefined: "));
    }

    @Test
    void looksAtWhatIsHeldOutOnlyWhenTheRestIsAccepted() {
        RunRecord accepted = experiments.run("isAccepted");
        assertThat(accepted.status()).isEqualTo(Status.FINISHED);
        assertThat(accepted.metric("holdout.actual_expected")).hasValue(2.0);
        RunRecord rejected = experiments.run("isRejected");
        assertThat(rejected.status()).isEqualTo(Status.FAILED);
        assertThat(rejected.metrics()).extracting(metric -> metric.name()).containsExactly("test.rmse");
    }

    @Test
    void requirementsOnWhatIsHeldOutAreJudgedAfterwards() {
        assertThat(experiments.failure("failsOnWhatIsHeldOut"))
                .hasMessageContaining("holdout.actual_expected <= 1.0: observed 2.0");
    }

    @Test
    void refusesASecondLook() {
        assertThat(experiments.failure("looksTwice")).hasMessageContaining("what is held out is looked at once");
    }

    @Test
    void aHoldoutThatThrowsBreaksTheRunAndIsNotHidden() {
        assertThat(experiments.failure("cannotEvaluateWhatIsHeldOut"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such file");
        assertThat(experiments.run("cannotEvaluateWhatIsHeldOut").status()).isEqualTo(Status.BROKEN);
    }
}
