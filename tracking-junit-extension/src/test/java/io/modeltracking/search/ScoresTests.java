package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.History.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a Gaussian process sees losses: greater is better, and no single one sets the scale for all. */
class ScoresTests {

    private static final double[] LOSSES = {0.57, 0.55, 0.56, 0.61, 0.58, 0.554, 0.59, 0.553, 0.6, 0.562};

    private static double[] scores(double... losses) {
        List<Entry> entries = IntStream.range(0, losses.length)
                .mapToObj(i -> new Entry(
                        new FinishedTrial(i, new Point(Map.of()), losses[i], 0, State.COMPLETE, new TreeMap<>()),
                        new double[0]))
                .toList();
        return Scores.objectives(entries);
    }

    private static double[] with(double loss) {
        return scores(DoubleStream.concat(Arrays.stream(LOSSES), DoubleStream.of(loss))
                .toArray());
    }

    /** Without it the ten others differ by less than 1e-28. */
    @Test
    void aLossThatDivergedLeavesTheOthersApart() {
        double[] scores = with(1e30);

        assertThat(scores[10]).isLessThan(Arrays.stream(scores, 0, 10).min().orElseThrow());
        double best = Arrays.stream(scores, 0, 10).max().orElseThrow();
        assertThat(best).isEqualTo(scores[1]);
        assertThat(best - Arrays.stream(scores, 0, 10).min().orElseThrow()).isGreaterThan(0.5);
        assertThat(Arrays.stream(scores, 0, 10).distinct()).hasSize(10);
    }

    @Test
    void beyondTheFenceTheDistanceDoesNotMatter() {
        assertThat(with(1e30)).isEqualTo(with(1e6)).isEqualTo(with(Double.MAX_VALUE));
    }

    @Test
    void lossesThatAreNotFarOutStayAsTheyAre() {
        double[] scores = with(0.7);

        assertThat(scores).doesNotContain(with(0.71));
        assertThat(with(Double.POSITIVE_INFINITY)).isEqualTo(with(0.61));
    }

    @Test
    void lossesThatAreAllInfiniteOrAllEqualHaveNoScale() {
        assertThat(scores(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).containsOnly(0);
        assertThat(scores(1, 1, 1)).containsOnly(0);
    }
}
