package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @ParameterizedTest
    @CsvSource({
        "0.6,            true,  0.6",
        "0.6,            false, 0.6",
        "0.600000000001, true,  0.600001",
        "0.600000000001, false, 0.6",
        "-0.3333333333,  true,  -0.333333",
        "-0.3333333333,  false, -0.333334",
        "123456.7,       true,  123457",
        "1234567,        false, 1234560",
        "1e-9,           true,  0.000000001",
        "1e-12,          true,  1E-12",
        "1e20,           true,  1E+20",
        "0,              true,  0",
        "-0.0,           true,  0",
        "NaN,            true,  NaN",
        "-Infinity,      false, -Infinity",
    })
    void roundsOnlyInTheDirectionAsked(double figure, boolean up, String shown) {
        assertThat(Figures.show(figure, up)).isEqualTo(shown);
    }

    @Test
    void neverCrossesTheFigure() {
        for (double figure = -2; figure < 2; figure += 0.0123456789) {
            assertThat(Double.parseDouble(Figures.show(figure, true))).isGreaterThanOrEqualTo(figure);
            assertThat(Double.parseDouble(Figures.show(figure, false))).isLessThanOrEqualTo(figure);
        }
    }
}
