package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Evaluation;
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
