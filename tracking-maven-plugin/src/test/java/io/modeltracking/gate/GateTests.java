package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTests {

    @Test
    void readsAsItsConfiguration() {
        assertThat(Gate.of(" Motor_* ", "test.ae", null, "0.95", "1.050"))
                .hasToString("Motor_*: test.ae >= 0.95 and <= 1.050");
        assertThat(Gate.of("Motor", "test.loss@min", Statistic.MEAN, null, "1"))
                .hasToString("Motor: test.loss@min <= 1 (MEAN)");
    }

    @ParameterizedTest
    @CsvSource({
        "Motor_2026_*,   Motor_2026_Frequency, true",
        "Motor_2026_*,   Motor_2025_Frequency, false",
        "Motor_202?_A,   Motor_2026_A,         true",
        "Motor_202?_A,   Motor_20266_A,        false",
        "*,              anything at all,      true",
        "Motor.A,        MotorXA,              false",
        "[a-z]*,         abc,                  false",
        "Motor,          Motor_A,              false",
    })
    void matchesNamesByStarAndQuestionMarkOnly(String pattern, String name, boolean matches) {
        assertThat(Gate.of(pattern, "m", null, "0", null).concerns(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "abc", "", "1d", "0x1p3", "1,5"})
    void refusesAThresholdThatIsNoFiniteNumber(String threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "rmse", null, null, threshold))
                .withMessageContaining("gate on Motor, metric rmse")
                .withMessageContaining("<max> is \"" + threshold + "\"")
                .withMessageContaining("finite number");
    }

    @Test
    void refusesWhatIsMissingOrContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of(" ", "rmse", null, "0", null))
                .withMessageContaining("<experiment>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", null, null, "0", null))
                .withMessageContaining("<metric>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "rmse", null, null, null))
                .withMessageContaining("neither <min> nor <max>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "rmse", null, "2", "1"))
                .withMessageContaining("<min> 2 is above <max> 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.of("Motor", "rmse@median", null, "2", null))
                .withMessageContaining("@median");
    }
}
