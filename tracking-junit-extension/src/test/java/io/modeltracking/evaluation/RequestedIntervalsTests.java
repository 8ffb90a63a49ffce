package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Intervals of metrics by name, against the bootstrap of each metric's own formula on the same draws. */
class RequestedIntervalsTests {

    private static final int ROWS = 400;
    private static final Portfolio PORTFOLIO = Portfolio.of(5, ROWS);
    private static final double[] CHAMPION = champion();

    private static double[] champion() {
        double[] champion = PORTFOLIO.rate().clone();
        Arrays.setAll(champion, i -> champion[i] * (0.8 + 0.1 * (i % 5)));
        return champion;
    }

    private static Evaluation frequency() {
        return Evaluation.frequency()
                .claims(PORTFOLIO.claims())
                .exposure(PORTFOLIO.exposure())
                .predictedRate(PORTFOLIO.rate());
    }

    private static Resampled rmse(double[] predicted) {
        double[] y = PORTFOLIO.observed();
        double[] w = PORTFOLIO.exposure();
        return counts -> {
            double squares = 0;
            double weights = 0;
            for (int i = 0; i < counts.length; i++) {
                squares += counts[i] * w[i] * (y[i] - predicted[i]) * (y[i] - predicted[i]);
                weights += counts[i] * w[i];
            }
            return Math.sqrt(squares / weights);
        };
    }

    private static void assertInterval(Map<String, Double> metrics, String name, Interval expected) {
        assertThat(metrics.get(name)).isCloseTo(expected.estimate(), within(1e-12));
        assertThat(metrics.get(name + ".lower")).isCloseTo(expected.lower(), within(1e-12));
        assertThat(metrics.get(name + ".upper")).isCloseTo(expected.upper(), within(1e-12));
    }

    @Test
    void aMeanIsResampledByItsFormula() {
        Map<String, Double> metrics = StandardMetrics.of(
                        frequency().bootstrap(200, 42).intervals("rmse.per_exposure"))
                .metrics();

        Interval expected = PairedBootstrap.ofRows(ROWS, 200, 42).interval(rmse(PORTFOLIO.rate()));
        assertInterval(metrics, "rmse.per_exposure", expected);
        assertThat(metrics).doesNotContainKeys("rmse.per_exposure.difference", "mae.per_exposure.lower");
    }

    @Test
    void aRankMetricIsSortedAnewInEachReplicate() {
        Map<String, Double> metrics = StandardMetrics.of(
                        frequency().bootstrap(200, 42).intervals("gini.policy_count"))
                .metrics();

        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        assertInterval(
                metrics,
                "gini.policy_count",
                PairedBootstrap.ofRows(ROWS, 200, 42)
                        .interval(RankedSample.of(Ranking.of(PORTFOLIO.rate()), PORTFOLIO.claims(), ones)));
    }

    @Test
    void theDifferenceToTheChampionIsPaired() {
        Map<String, Double> metrics = StandardMetrics.of(
                        frequency().champion(CHAMPION).bootstrap(200, 42).intervals("rmse.per_exposure"))
                .metrics();

        assertInterval(
                metrics,
                "rmse.per_exposure.difference",
                PairedBootstrap.ofRows(ROWS, 200, 42).difference(rmse(PORTFOLIO.rate()), rmse(CHAMPION)));
    }

    @Test
    void clustersAreDrawnWhole() {
        String[] fleets = new String[ROWS];
        Arrays.setAll(fleets, i -> "fleet " + i / 20);
        Map<String, Double> metrics = StandardMetrics.of(frequency()
                        .champion(CHAMPION)
                        .clusteredBy(fleets)
                        .bootstrap(200, 42)
                        .intervals("rmse.per_exposure"))
                .metrics();

        assertInterval(
                metrics,
                "rmse.per_exposure.difference",
                PairedBootstrap.ofClusters(fleets, 200, 42).difference(rmse(PORTFOLIO.rate()), rmse(CHAMPION)));
    }

    @Test
    void whatTheLeadingMetricsHaveIsTheSameWhicheverWayItIsComputed() {
        String loss = "poisson_deviance.per_exposure";
        Evaluation evaluation = frequency().champion(CHAMPION).bootstrap(200, 42);
        Map<String, Double> asked = StandardMetrics.of(evaluation.intervals(loss, "actual_expected"))
                .metrics();

        Map<String, Double> leading = StandardMetrics.of(evaluation).metrics();
        assertThat(asked).containsAllEntriesOf(leading);
        assertThat(asked).containsKey("actual_expected.difference.lower");
    }

    @Test
    void aCapIsPartOfTheName() {
        Evaluation severity = Evaluation.severity()
                .claimAmount(new double[] {100, 900, 400, 250, 700})
                .claims(new double[] {1, 2, 1, 1, 1})
                .predictedAverageCost(new double[] {120, 400, 380, 300, 500})
                .cappedAt(1_000)
                .bootstrap(100, 1);

        assertThat(StandardMetrics.of(severity.intervals("mae.per_claim.capped_1000"))
                        .metrics())
                .containsKey("mae.per_claim.capped_1000.upper");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardMetrics.of(severity.intervals("mae.per_claim")))
                .withMessageContaining("has no such metric; it has [actual_expected.capped_1000");
    }

    @Test
    void whatSeldomExistsInADrawHasNoInterval() {
        double[] claims = new double[ROWS];
        claims[7] = 1;
        StandardMetrics metrics = StandardMetrics.of(Evaluation.frequency()
                .claims(claims)
                .exposure(PORTFOLIO.exposure())
                .predictedRate(PORTFOLIO.rate())
                .bootstrap(200, 1)
                .intervals("auc.claim"));

        assertThat(metrics.metrics()).containsKey("auc.claim").doesNotContainKey("auc.claim.lower");
        assertThat(metrics.undefined().get("auc.claim.lower")).contains("of 200 bootstrap replicates");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardMetrics.of(frequency().intervals("rmse.per_exposure")))
                .withMessageContaining("intervals(rmse.per_exposure) needs bootstrap(replicates, seed)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StandardMetrics.of(frequency().bootstrap(100, 1).intervals("actual_expected.lower")))
                .withMessageContaining("intervals(\"actual_expected.lower\"): this evaluation has no such metric");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frequency().intervals())
                .withMessageContaining("needs the name of a metric");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frequency().ofRows(new int[] {0, ROWS}))
                .withMessageContaining("names row 400, the rows are 0 to 399");
    }
}
