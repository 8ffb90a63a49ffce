package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DislocationTests {

    private static final double[] CHAMPION = {100, 100, 200, 400};
    private static final double[] RATE = {105, 80, 260, 400};
    private static final double[] WEIGHT = {1, 2, 1, 4};

    /** Changes of 5, 20, 30 and 0 percent. */
    @Test
    void changesAreWeighted() {
        Dislocation dislocation = Dislocation.of(CHAMPION, RATE, WEIGHT);

        assertThat(dislocation.meanAbsolute()).isCloseTo((0.05 + 2 * 0.2 + 0.3) / 8, within(1e-15));
        assertThat(dislocation.over10()).isEqualTo(3 / 8.0);
        assertThat(dislocation.over25()).isEqualTo(1 / 8.0);
    }

    @Test
    void theChartSpreadsTheWeightOverBinsThatAreEqualOnTheLogScale() {
        // No change, one bin up, one down, and two changes beyond the outermost bins.
        double[] champion = {100, 100, 100, 100, 100};
        double[] rate = {100, 105, 100 / 1.05, 10_000, 1};
        Table table = ChangeHistogram.of(
                        champion, rate, new double[] {4, 2, 1, 2, 1}, new Units("claims", "cost per claim"))
                .table();

        assertThat(table.texts("bin"))
                .hasSize(61)
                .startsWith("≤ -77 %")
                .endsWith("≥ +332 %")
                .contains("-5 %", "0 %", "+5 %");
        double[] share = table.numbers("share");
        assertThat(new double[] {share[0], share[29], share[30], share[31], share[60]})
                .containsExactly(0.1, 0.1, 0.4, 0.2, 0.2);
        assertThat(Arrays.stream(share).sum()).isCloseTo(1, within(1e-15));
        double[] upper = table.numbers("upper");
        for (int bin = 1; bin < 60; bin++) {
            assertThat((1 + upper[bin]) / (1 + table.numbers("lower")[bin])).isCloseTo(1.05, within(1e-14));
            assertThat(table.numbers("lower")[bin]).isEqualTo(upper[bin - 1]);
        }
    }

    @Test
    void theChartEndsWithWhatOccursAndStatesBothShares() {
        Figure figure = StandardMetrics.of(Evaluation.purePremium()
                        .loss(new double[] {0, 300, 0, 900})
                        .exposure(WEIGHT)
                        .predictedRate(RATE)
                        .champion(CHAMPION))
                .figures()
                .stream()
                .filter(each -> each.name().equals("dislocation"))
                .findFirst()
                .orElseThrow();

        assertThat(figure.table().texts("bin")).startsWith("-22 %").endsWith("+28 %");
        assertThat(figure.xTitle()).contains("37.5 % of the exposure years over ±10 %, 12.5 % over ±25 %");
    }

    @Test
    void anEvaluationWithAChampionHasIt() {
        Evaluation premium = Evaluation.purePremium()
                .loss(new double[] {0, 300, 0, 900})
                .exposure(WEIGHT)
                .predictedRate(RATE);

        assertThat(StandardMetrics.of(premium.champion(CHAMPION)).metrics())
                .containsEntry("dislocation.share_over_10_percent", 3 / 8.0);
        assertThat(StandardMetrics.of(premium).metrics()).doesNotContainKey("dislocation.share_over_10_percent");
    }

    @Test
    void ratesThatAreNotPositiveAreRefusedByTheirRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dislocation.of(CHAMPION, new double[] {1, 0, 1, 1}, WEIGHT))
                .withMessageContaining("1 of 4 rows are not, the first is row 1");
    }
}
