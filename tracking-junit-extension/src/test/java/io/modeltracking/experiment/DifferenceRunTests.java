package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenger is better than the champion when the whole interval of their difference says so. */
class DifferenceRunTests {

    private static Experiments experiments;

    @BeforeAll
    static void execute(@TempDir Path base) {
        experiments = Experiments.in(base).execute(ChallengerTestCase.class);
    }

    static class ChallengerTestCase {

        @ModelExperiment
        @RequireMetric(name = "upper(validation.poisson_deviance.per_exposure.difference)", max = 0)
        @RequireMetric(name = "lower(validation.gini.exposure.difference)", min = 0)
        @RequireMetric(name = "upper(validation.rmse.per_exposure.difference)", max = 0)
        void isBetter(Run run) {
            run.evaluate("validation", challenger(0.9));
        }

        @ModelExperiment
        @RequireMetric(name = "upper(validation.poisson_deviance.per_exposure.difference)", max = 0)
        void isHardlyBetter(Run run) {
            run.evaluate("validation", challenger(0.001));
        }

        /** @param share of the true rate's logarithm that the model knows; the champion knows nothing */
        private static Evaluation challenger(double share) {
            Random random = new Random(3);
            int rows = 4_000;
            double[] claims = new double[rows];
            double[] exposure = new double[rows];
            double[] model = new double[rows];
            double[] champion = new double[rows];
            for (int i = 0; i < rows; i++) {
                double score = random.nextGaussian();
                exposure[i] = 1;
                champion[i] = 0.2 + 1e-6 * random.nextDouble();
                model[i] = 0.2 * Math.exp(share * (score - 0.3) + 0.05 * (1 - share) * random.nextGaussian());
                claims[i] = random.nextDouble() < 0.15 * Math.exp(0.8 * score) ? 1 : 0;
            }
            return Evaluation.frequency()
                    .claims(claims)
                    .exposure(exposure)
                    .predictedRate(model)
                    .champion(champion)
                    .bootstrap(200, 42)
                    .intervals("rmse.per_exposure");
        }
    }

    @Test
    void anIntervalBeyondTheThresholdHolds() {
        RunRecord run = experiments.run("isBetter");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.checks()).hasSize(3).extracting(Check::verdict).containsOnly(Verdict.ACCEPTED);
    }

    @Test
    void anIntervalThatSpansTheThresholdIsInconclusive() {
        RunRecord run = experiments.run("isHardlyBetter");

        assertThat(run.metric("validation.poisson_deviance.per_exposure.difference.lower"))
                .hasValueSatisfying(lower -> assertThat(lower).isNegative());
        assertThat(run.checks()).singleElement().returns(Verdict.INCONCLUSIVE, Check::verdict);
        assertThat(run.status()).isEqualTo(Status.FAILED);
    }
}
