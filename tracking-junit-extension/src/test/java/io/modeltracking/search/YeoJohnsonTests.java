package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values by {@code scipy.stats.yeojohnson} and {@code yeojohnson_llf} of SciPy 1.17.1. */
class YeoJohnsonTests {

    private static final double[] VALUES = {-2.5, -1, -.25, 0, .125, .75, 1.5, 6};
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @CsvSource({
        "-1, -13.958333333333336, -0.31770833333333337, 0.6, 0.8571428571428571, -15.0820203351597",
        "0, -5.625, -0.28125, 0.9162907318741551, 1.9459101490553132, -7.50229059551544",
        "0.5, -3.698600284569599, -0.26502832395824577, 1.1622776601683793, 3.291502622129181, -5.675145445742412",
        "1, -2.5, -0.25, 1.5, 6, -6.770223258922442",
        "2, -1.252762968495368, -0.22314355131420976, 2.625, 24, -15.202177781861224",
        "3, -0.7142857142857143, -0.2, 4.875, 114, -26.253966926062795"
    })
    void valuesAndLikelihoodsAreSciPys(
            double power, double first, double third, double seventh, double last, double likelihood) {
        double[] expected = {first, third, seventh, last};
        int[] places = {0, 2, 6, 7};
        for (int i = 0; i < places.length; i++) {
            assertThat(YeoJohnson.transform(VALUES[places[i]], power)).isCloseTo(expected[i], ROUNDING);
        }
        assertThat(YeoJohnson.transform(0, power)).isZero();
        assertThat(YeoJohnson.logLikelihood(VALUES, power)).isCloseTo(likelihood, ROUNDING);
    }

    @Test
    void thePowerIsTheLikeliestOfTheSteps() {
        // SciPy's optimum is 0.5788.
        double[] normalised = YeoJohnson.normalised(VALUES);
        for (int i = 0; i < VALUES.length; i++) {
            assertThat(normalised[i]).isCloseTo(YeoJohnson.transform(VALUES[i], .6), ROUNDING);
        }
        assertThat(normalised).isSorted();
    }

    @Test
    void equalValuesStayAsTheyAre() {
        assertThat(YeoJohnson.normalised(new double[] {2, 2, 2})).containsExactly(new double[] {2, 2, 2}, ROUNDING);
    }
}
