package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTableTests {

    @Test
    void alignsFiguresRightAndTextLeft() {
        assertThat(new ConsoleTable(2)
                        .column("RUN", List.of("a", "bcdefghijk"), false)
                        .column("rmse", Arrays.asList("0.5", null), true)
                        .column("end", List.of("x", "y"), false)
                        .lines())
                .containsExactly(
                        "RUN         rmse  end", // as wide as its widest cell
                        "a            0.5  x",
                        "bcdefghijk        y");
    }

    @Test
    void narrowsTextsAndHeadsButNoFigure() {
        List<String> lines = new ConsoleTable(1)
                .column("RUN", List.of("a1b2c3d4"), false)
                .column("NAME", List.of("n".repeat(200)), false)
                .column("metrics.validation.poisson_deviance.per_exposure", List.of("0.123456"), true)
                .lines();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleText.WIDTH));
        assertThat(lines.get(0)).endsWith("  …er_exposure");
        assertThat(lines.get(1)).startsWith("a1b2c3d4  nnn").contains("n…").endsWith("0.123456");
    }

    @Test
    void shortensALongHeadBeforeAName() {
        List<String> lines = new ConsoleTable(1)
                .column("NAME", List.of("n".repeat(60)), false)
                .column("metrics.validation.gini.exposure", List.of("0.123456"), true)
                .lines();
        assertThat(lines.get(0)).endsWith("  …cs.validation.gini.exposure");
        assertThat(lines.get(1)).startsWith("n".repeat(60) + "  ");
    }

    @Test
    void keepsTheEndsOfNamesThatBeginAlike() {
        List<String> lines = new ConsoleTable(2)
                .column("NAME", List.of("n".repeat(100) + ".lower", "n".repeat(100) + ".upper"), false)
                .lines();
        assertThat(lines.get(1)).contains("…").endsWith("n.lower").hasSize(ConsoleText.WIDTH);
        assertThat(lines.get(2)).contains("…").endsWith("n.upper");
    }

    @Test
    void saysWhichColumnsFoundNoPlace() {
        ConsoleTable table = new ConsoleTable(1);
        for (int i = 0; i < 12; i++) {
            table.column("metrics.m" + i, List.of("0.123456"), true);
        }
        assertThat(table.lines())
                .hasSize(3)
                .last()
                .isEqualTo("Not shown for want of width: metrics.m9, metrics.m10, metrics.m11");
    }

    @Test
    void showsNoCharacterThatATerminalObeysOrThatReordersOthers() {
        assertThat(new ConsoleTable(1)
                        .column("a\u001b[31m", List.of("b\u202ec\nd"), false)
                        .lines())
                .containsExactly("a�[31m", "b�c�d");
    }
}
