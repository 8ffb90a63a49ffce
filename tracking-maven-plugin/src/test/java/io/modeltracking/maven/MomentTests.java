package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.RegistryException;
import org.junit.jupiter.api.Test;

class MomentTests {

    @Test
    void aDayEndsAtMidnightInUtc() {
        assertThat(Moment.endOf("at", "2024-02-29")).isEqualTo("2024-02-29T23:59:59.999999999Z");
        assertThat(Moment.endOf("at", "2024-03-05T08:00:00Z")).isEqualTo("2024-03-05T08:00:00Z");
    }

    @Test
    void whatIsNoTimeIsNamed() {
        assertThatThrownBy(() -> Moment.endOf("at", "yesterday"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("-Dat=yesterday");
        assertThatThrownBy(() -> Moment.endOf("expires", null))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("-Dexpires=2024-03-05");
    }
}
