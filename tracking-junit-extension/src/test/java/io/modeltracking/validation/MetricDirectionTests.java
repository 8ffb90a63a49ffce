package io.modeltracking.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunEvent.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricDirectionTests {

    @ParameterizedTest
    @CsvSource({
        "MAXIMIZE, MAXIMIZE",
        "MINIMIZE, MINIMIZE",
        ", MINIMIZE",
        "sideways, MINIMIZE",
    })
    void isAsDeclaredElseAsTheNameTells(String declared, MetricDirection direction) {
        assertThat(MetricDirection.of(List.of(metric("test.rmse", declared)), "test.rmse"))
                .contains(direction);
    }

    @Test
    void isAsItWasDeclaredLast() {
        List<Metric> metrics = List.of(
                metric("cost", "MAXIMIZE"), metric("cost", "MINIMIZE"), metric("cost", null), metric("x", "MAXIMIZE"));
        assertThat(MetricDirection.of(metrics, "cost")).contains(MetricDirection.MINIMIZE);
        assertThat(MetricDirection.of(metrics, "unknown")).isEmpty();
    }

    private static Metric metric(String name, String direction) {
        return new Metric(name, 1.0, null, 0, direction);
    }
}
