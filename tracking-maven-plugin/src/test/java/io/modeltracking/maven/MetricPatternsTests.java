package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricPatternsTests {

    private static final List<String> NAMES = List.of("test.rmse", "test.gini", "train.rmse", "test+rmse");

    @Test
    void takesEveryMetricByDefault() {
        assertThat(new MetricPatterns(null).of(NAMES)).isEqualTo(NAMES);
        assertThat(new MetricPatterns(" ").of(NAMES)).isEqualTo(NAMES);
    }

    @Test
    void readsWildcardsAndNothingElse() {
        assertThat(new MetricPatterns("test.*").of(NAMES)).containsExactly("test.rmse", "test.gini");
        assertThat(new MetricPatterns("t*.rmse , test.gin?").of(NAMES))
                .containsExactly("test.rmse", "test.gini", "train.rmse");
    }

    @Test
    void listsTheNamesWhenNoneMatches() {
        assertThatThrownBy(() -> new MetricPatterns("holdout.*").of(NAMES))
                .hasMessage(
                        "No metric matches -Dmetrics=holdout.*: there are test.rmse, test.gini, train.rmse, test+rmse");
        assertThat(new MetricPatterns("holdout.*").of(List.of())).isEmpty();
    }
}
