package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @ParameterizedTest
    @CsvSource({
        "0.58960001, 0.5896",
        "0.1, 0.1000",
        "1.0, 1",
        "-0.0, 0",
        "67801, 67801",
        "0.00012345678, 0.0001235",
        "1.0E300, 1.0E300",
        "NaN, NaN",
        "-Infinity, -Infinity",
        "1234.56789, 1234.5679",
        "4.9E-324, 4.9E-324"
    })
    void showsFourDecimalsOrFourSignificantDigits(double value, String shown) {
        assertThat(Figures.text(value)).isEqualTo(shown);
    }

    @Test
    void showsAFailingValueOnTheFailingSideOfItsThreshold() {
        assertThat(Figures.against(0.60000001, null, 0.6)).isEqualTo("0.60000001");
        assertThat(Figures.against(0.94999999, 0.95, 1.05)).isEqualTo("0.94999999");
        assertThat(Figures.against(0.61, null, 0.6)).isEqualTo("0.6100");
    }

    @Test
    void showsAPassingValueOnThePassingSideToo() {
        assertThat(Figures.against(0.59999999, null, 0.6)).isEqualTo("0.59999999");
        assertThat(Figures.against(0.6, null, 0.6)).isEqualTo("0.6000");
    }

    @Test
    void standsWhereTheExactValueStandsForAnyPairOfNeighbours() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double limit = random.nextDouble() * StrictMath.pow(10, random.nextInt(-8, 8));
            double value =
                    random.nextBoolean() ? Math.nextUp(limit) : limit + (random.nextDouble() - 0.5) * limit * 1e-9;
            double shown = Double.parseDouble(Figures.against(value, limit, null));
            assertThat(Double.compare(shown, limit))
                    .as("%s against %s", value, limit)
                    .isEqualTo(Double.compare(value, limit));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "231000, 231.0 kB", "4294967296, 4.3 GB"})
    void showsBytesInTheLargestUnit(long size, String shown) {
        assertThat(Figures.bytes(size)).isEqualTo(shown);
    }
}
