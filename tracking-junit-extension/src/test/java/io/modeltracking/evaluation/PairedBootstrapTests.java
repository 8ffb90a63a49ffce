package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTests {

    private static final int[] EXPECTED_DRAW = {2, 1, 1, 1, 0, 2, 0, 1};

    private final Portfolio portfolio = Portfolio.of(1, 500);

    private final Resampled deviance =
            Resampled.deviance(Deviance.POISSON, portfolio.observed(), portfolio.rate(), portfolio.exposure());

    private final Resampled gini = Resampled.gini(portfolio.claims(), portfolio.rate(), portfolio.exposure());

    @Test
    void aDrawHasAsManyRowsAndDependsOnSeedAndReplicate() {
        PairedBootstrap bootstrap = PairedBootstrap.ofRows(500, 100, 42);
        assertThat(Arrays.stream(bootstrap.draw(7)).sum()).isEqualTo(500);
        assertThat(bootstrap.draw(7))
                .isEqualTo(PairedBootstrap.ofRows(500, 200, 42).draw(7))
                .isNotEqualTo(bootstrap.draw(8))
                .isNotEqualTo(PairedBootstrap.ofRows(500, 100, 43).draw(7));
    }

    /** SplitMix64 computed apart from this code (in Python). A draw that changed would change every recorded interval. */
    @Test
    void theDrawsOfASeedStayTheSame() {
        assertThat(PairedBootstrap.ofRows(8, 100, 42).draw(0)).containsExactly(EXPECTED_DRAW);
    }

    @Test
    void theMetricsOfADrawAreThoseOfItsRows() {
        int[] times = PairedBootstrap.ofRows(500, 100, 42).draw(3);
        Portfolio drawn = portfolio.repeated(times);
        assertThat(deviance.value(times))
                .isCloseTo(Deviance.POISSON.mean(drawn.observed(), drawn.rate(), drawn.exposure()), within(1e-13));
        assertThat(gini.value(times))
                .isCloseTo(Gini.byExposure(drawn.claims(), drawn.rate(), drawn.exposure()), within(1e-13));
    }

    @Test
    void clustersAreDrawnWhole() {
        Object[] keys = IntStream.range(0, 500).mapToObj(i -> "fleet " + i / 10).toArray();
        int[] times = PairedBootstrap.ofClusters(keys, 100, 42).draw(0);
        for (int i = 0; i < 500; i++) {
            assertThat(times[i]).isEqualTo(times[i / 10 * 10]);
        }
        assertThat(Arrays.stream(times).sum()).isEqualTo(500);
    }

    /** The mean of normal numbers has a known standard error: 1.96 of them is the half width. */
    @Test
    void theIntervalHasTheWidthOfTheory() {
        double[] normal = new Random(1).doubles(4000).map(u -> u).toArray();
        double[] ones = new double[4000];
        Arrays.fill(ones, 1);
        Interval interval = PairedBootstrap.ofRows(4000, 4000, 7).interval(Resampled.ratio(normal, ones));
        double half = 1.96 * Math.sqrt(1 / 12.0 / 4000);
        assertThat(interval.estimate()).isEqualTo(Arrays.stream(normal).sum() / 4000, within(1e-12));
        assertThat((interval.upper() - interval.lower()) / 2).isCloseTo(half, within(0.05 * half));
        assertThat(interval.spans(interval.estimate())).isTrue();
        assertThat(interval.spans(interval.upper() + 1)).isFalse();
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        Interval difference = PairedBootstrap.ofRows(500, 200, 42).difference(gini, gini);
        assertThat(difference.estimate()).isZero();
        assertThat(difference.lower()).isZero();
        assertThat(difference.upper()).isZero();
    }

    /** Both models see the same draws, so their difference is far more certain than either. */
    @Test
    void pairingNarrowsTheDifference() {
        double[] nearly = Arrays.stream(portfolio.rate()).map(r -> r * 1.01).toArray();
        Resampled other = Resampled.deviance(Deviance.POISSON, portfolio.observed(), nearly, portfolio.exposure());
        PairedBootstrap bootstrap = PairedBootstrap.ofRows(500, 500, 42);
        Interval difference = bootstrap.difference(other, deviance);
        Interval single = bootstrap.interval(deviance);
        assertThat(difference.upper() - difference.lower()).isLessThan((single.upper() - single.lower()) / 10);
        assertThat(difference.estimate()).isBetween(difference.lower(), difference.upper());
    }

    @Test
    void aMetricThatRarelyExistsHasNoInterval() {
        double[] claims = new double[500];
        claims[0] = 1;
        Resampled rare = Resampled.gini(claims, portfolio.rate(), portfolio.exposure());
        assertThatThrownBy(() -> PairedBootstrap.ofRows(500, 200, 1).interval(rare))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("of 200 bootstrap replicates");
    }

    @Test
    void tooFewReplicatesAreAnError() {
        assertThatThrownBy(() -> PairedBootstrap.ofRows(500, 99, 1)).hasMessageContaining("100 replicates or more");
    }
}
