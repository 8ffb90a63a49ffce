package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A/E by bin and of the worst level, with intervals, and the mean model. */
class SegmentSetTests {

    private static Evaluation sample(GoldenTestCase golden) {
        return Evaluation.frequency()
                .claims(golden.claims())
                .exposure(golden.exposure())
                .predictedRate(golden.rate());
    }

    @Test
    void decilesAreThoseOfTheGoldenTable() {
        GoldenTestCase golden = GoldenTestCase.of("xgb");
        Map<String, Double> metrics = StandardMetrics.of(sample(golden)).metrics();

        for (JsonNode bin : golden.expected().get("deciles")) {
            double ratio = bin.get("A_over_E").asDouble();
            String name = "actual_expected.decile_" + bin.get("bin").asInt();
            assertThat(metrics.get(name)).isCloseTo(ratio, SharedData.relative(ratio));
            assertThat(metrics.get(name + ".lower")).isLessThan(ratio);
            assertThat(metrics.get(name + ".upper")).isGreaterThan(ratio);
        }
        assertThat(metrics).containsEntry("actual_expected.worst_decile", worst(golden));
    }

    private static double worst(GoldenTestCase golden) {
        double worst = 1;
        for (JsonNode bin : golden.expected().get("deciles")) {
            LiftTable lift = LiftTable.of(golden.claims(), golden.rate(), golden.exposure(), 10);
            double ratio = lift.segments().get(bin.get("bin").asInt() - 1).actualExpected();
            worst = Math.abs(Math.log(ratio)) > Math.abs(Math.log(worst)) ? ratio : worst;
        }
        return worst;
    }

    @Test
    void theMeanModelHasTheLossOfAConstant() {
        GoldenTestCase golden = GoldenTestCase.of("glm1");
        double expected = golden.value("null_deviance_per_policy_trainmean");

        Map<String, Double> metrics = StandardMetrics.of(sample(golden).trainMean(0.10022331582809059))
                .metrics();

        assertThat(metrics.get("mean_model.poisson_deviance.per_policy"))
                .isCloseTo(expected, SharedData.relative(expected));
        double perExposure = metrics.get("mean_model.poisson_deviance.per_exposure");
        assertThat(1 - metrics.get("poisson_deviance.per_exposure") / perExposure)
                .isCloseTo(metrics.get("d2.train_mean"), within(1e-12));
        assertThat(StandardMetrics.againstTrainMean(sample(golden).trainMean(0.10022331582809059))
                        .metrics())
                .containsOnlyKeys(
                        "mean_model.poisson_deviance.per_exposure",
                        "mean_model.poisson_deviance.per_policy",
                        "d2.train_mean");
    }

    /** 2 claims where 8 were expected: Garwood's interval of 2 over 8. */
    @Test
    void theWorstLevelHasTheExactIntervalOfItsClaims() {
        int rows = 40;
        double[] claims = new double[rows];
        double[] rate = new double[rows];
        String[] levels = new String[rows];
        Arrays.setAll(claims, i -> i < 2 || i >= 20 && i < 28 ? 1 : 0);
        Arrays.fill(rate, 0.4);
        Arrays.setAll(levels, i -> i < 20 ? "young" : "old");
        double[] exposure = new double[rows];
        Arrays.fill(exposure, 1);

        Map<String, Double> metrics = StandardMetrics.of(Evaluation.frequency()
                        .claims(claims)
                        .exposure(exposure)
                        .predictedRate(rate)
                        .by("Age", levels))
                .metrics();

        assertThat(metrics.get("actual_expected.worst.age")).isCloseTo(0.25, within(1e-15));
        assertThat(metrics.get("actual_expected.worst.age.lower")).isCloseTo(0.2422093 / 8, within(1e-7));
        assertThat(metrics.get("actual_expected.worst.age.upper")).isCloseTo(7.2246877 / 8, within(1e-7));
    }

    /** No distribution is assumed for money: the level's own rows give the interval. */
    @Test
    void theWorstLevelOfMoneyHasTheIntervalOfARatioOfSums() {
        double[] loss = {0, 500, 0, 300, 900, 100};
        double[] expected = {200, 300, 100, 100, 200, 100};
        double[] exposure = {1, 1, 1, 1, 1, 1};
        ActualExpected alone = ActualExpected.ofAmounts(new double[] {300, 900, 100}, new double[] {100, 200, 100});

        Map<String, Double> metrics = StandardMetrics.of(Evaluation.purePremium()
                        .loss(loss)
                        .exposure(exposure)
                        .predictedRate(expected)
                        .by("Region", new String[] {"a", "a", "a", "b", "b", "b"}))
                .metrics();

        assertThat(metrics.get("actual_expected.worst.region")).isEqualTo(alone.ratio());
        assertThat(metrics.get("actual_expected.worst.region.lower")).isCloseTo(alone.lower(), within(1e-12));
        assertThat(metrics.get("actual_expected.worst.region.upper")).isCloseTo(alone.upper(), within(1e-12));
    }

    /** Ten rows of each key move together, so that the interval is about as wide as that of a tenth of the rows. */
    @Test
    void intervalsOfClustersAreWiderThanThoseOfRows() {
        int rows = 2000;
        Portfolio one = Portfolio.of(3, rows / 10);
        int[] tenTimes = new int[rows / 10];
        Arrays.fill(tenTimes, 10);
        Portfolio portfolio = one.repeated(tenTimes);
        String[] keys = new String[rows];
        Arrays.setAll(keys, i -> "holder " + i / 10);
        Evaluation evaluation = Evaluation.frequency()
                .claims(portfolio.claims())
                .exposure(portfolio.exposure())
                .predictedRate(portfolio.rate())
                .bootstrap(400, 42);

        double byRow = width(evaluation);
        double byKey = width(evaluation.clusteredBy(keys));

        assertThat(byKey / byRow).isBetween(2.5, 4.0);
    }

    private static double width(Evaluation evaluation) {
        Map<String, Double> metrics = StandardMetrics.of(evaluation).metrics();
        return metrics.get("gini.exposure.upper") - metrics.get("gini.exposure.lower");
    }
}
