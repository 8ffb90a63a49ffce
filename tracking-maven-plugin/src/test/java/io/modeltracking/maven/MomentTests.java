package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MomentTests {

    @Test
    void aDayEndsAtMidnightInUtc() {
        assertThat(Moment.endOf("2024-02-29")).isEqualTo("2024-02-29T23:59:59.999999999Z");
        assertThat(Moment.endOf("2024-03-05T08:00:00Z")).isEqualTo("2024-03-05T08:00:00Z");
    }

    @Test
    void whatIsNoTimeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.endOf("yesterday"))
                .withMessageContaining("\"yesterday\"");
    }
}
