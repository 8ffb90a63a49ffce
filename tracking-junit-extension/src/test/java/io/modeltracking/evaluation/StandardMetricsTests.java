package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardMetricsTests {

    private static final int ROWS = 400;

    private static Evaluation frequency() {
        Portfolio portfolio = Portfolio.of(3, ROWS);
        return Evaluation.frequency()
                .claims(portfolio.claims())
                .exposure(portfolio.exposure())
                .predictedRate(Portfolio.scaled(portfolio.rate(), 4));
    }

    private static Evaluation severity() {
        Random random = new Random(5);
        return Evaluation.severity()
                .claimAmount(random.doubles(ROWS, 100, 5000).toArray())
                .claims(random.ints(ROWS, 1, 3).asDoubleStream().toArray())
                .predictedAverageCost(random.doubles(ROWS, 1000, 2500).toArray());
    }

    private static Evaluation purePremium() {
        Portfolio portfolio = Portfolio.of(4, ROWS);
        return Evaluation.purePremium()
                .loss(Portfolio.scaled(portfolio.claims(), 1500))
                .exposure(portfolio.exposure())
                .predictedRate(Portfolio.scaled(portfolio.rate(), 6000))
                .currentPremium(Portfolio.scaled(portfolio.exposure(), 900));
    }

    private static Evaluation regression() {
        Random random = new Random(6);
        double[] actual = random.doubles(ROWS, -5, 5).toArray();
        return Evaluation.regression()
                .actual(actual)
                .predicted(Arrays.stream(actual).map(y -> y * 0.8 + 0.1).toArray());
    }

    private static Evaluation binary() {
        Random random = new Random(7);
        double[] probability = random.doubles(ROWS, 0.2, 0.8).toArray();
        return Evaluation.binary()
                .event(Arrays.stream(probability)
                        .map(p -> random.nextDouble() < p ? 1 : 0)
                        .toArray())
                .predictedProbability(probability);
    }

    private static Evaluation full(Evaluation evaluation) {
        double[] champion = evaluation.predicted();
        for (int i = 0; i < champion.length; i++) {
            champion[i] *= 0.9 + 0.001 * (i % 100);
        }
        String[] levels = new String[champion.length];
        Arrays.setAll(levels, i -> "band " + i % 5);
        return evaluation
                .champion(champion)
                .by("DrivAge", levels)
                .by("driv age", levels)
                .bootstrap(100, 42);
    }

    static Stream<Evaluation> everyKind() {
        return Stream.of(frequency(), severity(), purePremium(), regression(), binary())
                .flatMap(evaluation -> Stream.of(evaluation, full(evaluation)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void namesAreLowerSnakeCaseInDottedGroups(Evaluation evaluation) {
        StandardMetrics metrics = StandardMetrics.of(evaluation);
        assertThat(metrics.metrics().keySet())
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*([.][a-z0-9_]+)*"))
                .doesNotContain("gini", "deviance", "lift", "psi");
        assertThat(metrics.metrics().values()).allMatch(value -> !value.isNaN());
        assertThat(metrics.undefined()).isEmpty();
        assertThat(metrics.figures().stream().map(Figure::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void theSameRowsGiveTheSameBits(Evaluation evaluation) {
        assertThat(StandardMetrics.of(evaluation).metrics())
                .isEqualTo(StandardMetrics.of(evaluation).metrics());
    }

    @Test
    void severityNamesItsConventionsAndItsCap() {
        assertThat(StandardMetrics.of(severity()).metrics())
                .containsKeys("gamma_deviance.per_claim", "gamma_deviance.per_policy", "gini.claims", "rmse.per_claim");
        assertThat(StandardMetrics.of(severity().cappedAt(5000)).metrics().keySet())
                .contains("gamma_deviance.per_claim.capped_5000", "actual_expected.capped_5000.lower")
                .allMatch(name -> name.contains(".capped_5000"));
    }

    @Test
    void purePremiumHasBothUsualPowersAndTheRelativity() {
        StandardMetrics metrics = StandardMetrics.of(purePremium());
        assertThat(metrics.metrics())
                .containsKeys(
                        "tweedie_deviance.p1_5.per_exposure",
                        "tweedie_deviance.p1_9.per_policy",
                        "d2.p1_5.test_mean",
                        "gini.relativity");
        assertThat(metrics.figures().stream().map(Figure::name)).contains("loss_ratio");
    }

    @Test
    void moneyHasNoPoissonInterval() {
        Map<String, Double> metrics = StandardMetrics.of(purePremium()).metrics();
        ActualExpected expected =
                ActualExpected.ofAmounts(purePremium().actual(), purePremium().expected());
        assertThat(metrics.get("actual_expected.lower")).isEqualTo(expected.lower());
    }

    @Test
    void theChampionIsCompared() {
        Evaluation evaluation = full(frequency());
        StandardMetrics metrics = StandardMetrics.of(evaluation);
        assertThat(metrics.metrics())
                .containsKeys("double_lift.share_won", "psi.by_policy", "psi.by_weight", "champion.gini.exposure");
        double difference = metrics.metrics().get("poisson_deviance.per_exposure.difference");
        assertThat(difference)
                .isCloseTo(
                        metrics.metrics().get("poisson_deviance.per_exposure")
                                - metrics.metrics().get("champion.poisson_deviance.per_exposure"),
                        within(1e-15))
                .isBetween(
                        metrics.metrics().get("poisson_deviance.per_exposure.difference.lower"),
                        metrics.metrics().get("poisson_deviance.per_exposure.difference.upper"));
        assertThat(metrics.figures().stream().map(Figure::name))
                .contains("double_lift", "actual_expected_by_driv_age", "actual_expected_by_driv_age_2", "murphy");
        assertThat(metrics.metrics()).containsKey("actual_expected.worst.driv_age");
    }

    @Test
    void trainMeanIsTheOtherReference() {
        assertThat(StandardMetrics.of(frequency()).metrics()).doesNotContainKey("d2.train_mean");
        assertThat(StandardMetrics.of(frequency().trainMean(0.9)).metrics()).containsKey("d2.train_mean");
    }

    @Test
    void withoutAClaimWhatIsUndefinedHasItsReason() {
        Evaluation empty = Evaluation.frequency()
                .claims(new double[3])
                .exposure(new double[] {1, 1, 0.5})
                .predictedRate(new double[] {0.1, 0.2, 0.3});
        StandardMetrics metrics = StandardMetrics.of(empty);
        assertThat(metrics.metrics())
                .containsEntry("actual_expected", 0.0)
                .containsKey("poisson_deviance.per_exposure");
        assertThat(metrics.undefined())
                .containsEntry("gini.exposure", "all rows have 0 claims or losses, so there is no share of them")
                .containsEntry("auc.claim", "no row has the event")
                .containsKeys(
                        "d2.test_mean",
                        "balance.relative",
                        "gini.exposure.normalised",
                        "poisson_deviance.per_exposure.discrimination",
                        "lift.top_decile",
                        "figure.lorenz");
        assertThat(metrics.metrics().keySet())
                .doesNotContainAnyElementsOf(metrics.undefined().keySet());
    }

    @Test
    void oneRowIsEnoughForWhatOneRowCanSay() {
        StandardMetrics metrics = StandardMetrics.of(Evaluation.frequency()
                .claims(new double[] {1})
                .exposure(new double[] {1})
                .predictedRate(new double[] {0.5}));
        assertThat(metrics.metrics()).containsEntry("actual_expected", 2.0);
        assertThat(metrics.undefined()).containsKeys("gini.exposure.normalised", "gini.policy_count.sklearn");
    }

    @Test
    void binaryAgainstClosedForms() {
        double[] event = {1, 0, 1, 0};
        double[] probability = {0.8, 0.3, 0.4, 0.4};
        Map<String, Double> metrics = StandardMetrics.of(
                        Evaluation.binary().event(event).predictedProbability(probability))
                .metrics();
        assertThat(metrics.get("brier")).isCloseTo((0.04 + 0.09 + 0.36 + 0.16) / 4, within(1e-15));
        assertThat(metrics.get("log_loss"))
                .isCloseTo(-(Math.log(0.8) + Math.log(0.7) + Math.log(0.4) + Math.log(0.6)) / 4, within(1e-15));
        assertThat(metrics.get("auc")).isEqualTo(3.5 / 4);
    }

    @Test
    void aCertaintyThatWasWrongHasNoLogLoss() {
        StandardMetrics metrics = StandardMetrics.of(
                Evaluation.binary().event(new double[] {1, 0}).predictedProbability(new double[] {1, 1}));
        assertThat(metrics.undefined().get("log_loss"))
                .isEqualTo("1 of 2 rows had a probability of exactly 0 or 1 and were wrong, the first is row 1"
                        + " (rows count from 0): the loss is infinite");
        assertThat(metrics.metrics()).containsEntry("brier", 0.5);
    }

    @Test
    void whereNothingIsExpectedActualToExpectedIsUndefined() {
        StandardMetrics metrics = StandardMetrics.of(Evaluation.binary()
                .event(new double[] {1, 0})
                .predictedProbability(new double[] {0, 0})
                .by("Area", new String[] {"A", "B"}));
        assertThat(metrics.undefined())
                .containsEntry("actual_expected", "nothing was expected")
                .containsEntry("actual_expected.worst.area", "nothing was expected of level A of Area");
        assertThat(metrics.metrics()).containsEntry("brier", 0.5);
    }

    @Test
    void aLevelOfWhichNothingIsExpectedAndNothingCameIsNotTheWorst() {
        StandardMetrics metrics = StandardMetrics.of(Evaluation.binary()
                .event(new double[] {1, 0, 0})
                .predictedProbability(new double[] {0.5, 0, 0.25})
                .by("Area", new String[] {"A", "B", "A"}));
        assertThat(metrics.metrics()).containsEntry("actual_expected.worst.area", 4 / 3.0);
    }
}
