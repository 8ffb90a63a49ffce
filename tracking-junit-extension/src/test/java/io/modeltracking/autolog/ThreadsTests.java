package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The threads that XGBoost really uses. */
class ThreadsTests {

    @Test
    void asGivenUpToTheProcessors() {
        assertThat(Threads.effective(Map.of("nthread", 2), 4, null)).isEqualTo(2);
        assertThat(Threads.effective(Map.of("nthread", "3"), 4, "1")).isEqualTo(3);
        assertThat(Threads.effective(Map.of("n_jobs", 8), 4, null)).isEqualTo(4);
    }

    @Test
    void allProcessorsWhenNoneAreGivenUnlessOpenMpHasFewer() {
        assertThat(Threads.effective(null, 4, null)).isEqualTo(4);
        assertThat(Threads.effective(Map.of("nthread", 0), 4, "")).isEqualTo(4);
        assertThat(Threads.effective(Map.of("nthread", -1), 4, "2")).isEqualTo(2);
        assertThat(Threads.effective(Map.of("nthread", "many"), 4, "16")).isEqualTo(4);
    }
}
