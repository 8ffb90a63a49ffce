package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActualExpectedTests {

    /** Garwood's table: 0 and 10 observed. */
    @Test
    void exactIntervalsAsPublished() {
        ActualExpected none = ActualExpected.ofCounts(new double[] {0, 0}, new double[] {0.5, 0.5});
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(-Math.log(0.025), within(1e-14));
        ActualExpected ten = ActualExpected.ofCounts(new double[] {4, 6}, new double[] {0.25, 0.75});
        assertThat(ten.lower()).isCloseTo(4.795389, within(1e-6));
        assertThat(ten.upper()).isCloseTo(18.390356, within(1e-6));
    }

    /** Independent oracle: the incomplete gamma function of Commons Numbers. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5.5, 19, 20, 21, 52, 300, 3739, 36102, 1e6})
    void boundsAreQuantiles(double claims) {
        ActualExpected exact = ActualExpected.ofCounts(claims, 1);
        assertThat(RegularizedGamma.P.value(claims, exact.lower())).isCloseTo(0.025, within(1e-10));
        assertThat(RegularizedGamma.Q.value(claims + 1, exact.upper())).isCloseTo(0.025, within(1e-10));
    }

    @Test
    void amountsHaveTheIntervalOfARatioOfSums() {
        double[] loss = {0, 0, 300, 0, 900};
        double[] expected = {100, 200, 300, 100, 500};
        ActualExpected ratio = ActualExpected.ofAmounts(loss, expected);
        assertThat(ratio.ratio()).isEqualTo(1.0);
        double error = Math.sqrt(100 * 100 + 200 * 200 + 100 * 100 + 400 * 400) / 1200;
        assertThat(ratio.upper() - 1).isCloseTo(1.959963984540054 * error, within(1e-15));
        assertThat(1 - ratio.lower()).isCloseTo(1.959963984540054 * error, within(1e-15));
    }

    @Test
    void balanceIsUndefinedWhereNothingWasObserved() {
        ActualExpected none = ActualExpected.ofCounts(new double[] {0}, new double[] {1});
        assertThatThrownBy(none::balance).isInstanceOf(UndefinedMetricException.class);
        assertThat(new ActualExpected(0.8, 0.7, 0.9).balance()).isEqualTo(0.25);
    }
}
