package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateParameterTests {

    @Test
    void becomesAGate() throws ReflectiveOperationException {
        assertThat(parameter(Map.of("experiment", "Motor_*", "metric", "rmse", "max", "0.6"))
                        .toGate())
                .hasToString("Motor_*: rmse <= 0.6");
        assertThat(parameter(Map.of("experiment", "Motor_*", "metric", "rmse", "max", "1", "statistic", " mean "))
                        .toGate())
                .hasToString("Motor_*: rmse <= 1 (MEAN)");
        assertThat(GateParameter.gates(null)).isEmpty();
    }

    @Test
    void namesTheStatisticsThatThereAre() throws ReflectiveOperationException {
        GateParameter median =
                parameter(Map.of("experiment", "Motor_*", "metric", "rmse", "max", "1", "statistic", "MEDIAN"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateParameter.gates(List.of(median)))
                .withMessageContaining("\"MEDIAN\"")
                .withMessageContaining("WINNER, ALL, MIN, MAX, MEAN");
    }

    @Test
    void comparesWithABaseline() throws ReflectiveOperationException {
        GateParameter gate = parameter(
                Map.of("experiment", "Motor_*", "metric", "rmse", "baseline", "production", "maxRegression", "0.5%"));
        assertThat(gate.toGate()).hasToString("Motor_*: rmse at most 0.5% worse than production");
    }

    @Test
    void namesTheGateWhoseBaselineIsIncomplete() throws ReflectiveOperationException {
        for (String field : List.of("baseline", "maxRegression", "minImprovement")) {
            GateParameter gate = parameter(Map.of("experiment", "Motor_*", "metric", "rmse", field, "production"));
            assertThatIllegalArgumentException()
                    .isThrownBy(gate::toGate)
                    .withMessageContaining("The gate on Motor_*, metric rmse: it has");
        }
    }

    /** As Maven does it. */
    private static GateParameter parameter(Map<String, String> values) throws ReflectiveOperationException {
        GateParameter parameter = new GateParameter();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Field field = GateParameter.class.getDeclaredField(value.getKey());
            field.setAccessible(true);
            field.set(parameter, value.getValue());
        }
        return parameter;
    }
}
