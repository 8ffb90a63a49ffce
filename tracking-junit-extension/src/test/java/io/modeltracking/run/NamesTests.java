package io.modeltracking.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "test.rmse",
                "Motor_2026_Frequency",
                "plots/lift chart.png",
                "Größe (m²)",
                "契約者年齢",
                "R&D",
                "x=1",
                "..hidden",
                "a..b"
            })
    void ordinaryNamesAreTaken(String name) {
        assertThat(Names.check("metric", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "..",
                ".",
                "../x",
                "a/../b",
                "a//b",
                "/etc/passwd",
                "a/",
                "C:\\x",
                "a\\b",
                "a\nb",
                "a\u0000",
                "a\u202eb",
                "<b>",
                "x@min",
                "a*",
                "a|b"
            })
    void whatCouldLeaveItsFolderOrBecomeMarkupIsRefused(String name) {
        assertThatThrownBy(() -> Names.check("Artifact", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Artifact name ")
                .hasMessageContaining("use 1 to 250 letters");
    }

    @Test
    void theMessageShowsALongNameCut() {
        assertThatThrownBy(() -> Names.check("Tag", "x".repeat(251)))
                .hasMessageContaining("has 251 characters")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(250));
    }
}
