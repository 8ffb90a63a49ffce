package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleFigureTests {

    @ParameterizedTest
    @CsvSource({
        "0.1234565, 0.123456",
        "0.5, 0.5",
        "1.0, 1",
        "-0.0, 0",
        "1234567890123, 1234567890123",
        "1234567.8, 1234570",
        "1.0E-5, 0.00001",
        "1.234567E-9, 1.23457E-9",
        "6.02E23, 6.02E+23",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void hasSixSignificantDigits(String number, String shown) {
        assertThat(ConsoleFigure.of(number)).isEqualTo(shown);
    }
}
