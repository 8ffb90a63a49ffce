package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTextTests {

    @Test
    void breaksAtSpacesBeforeTheConsoleDoes() {
        String text = "a word ".repeat(50).trim();
        assertThat(ConsoleText.lines(text))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleText.WIDTH));
        assertThat(ConsoleText.wrap(text).replaceAll("\\s+", " ")).isEqualTo(text);
    }

    @Test
    void leavesALongPathWhole() {
        String path = "/x".repeat(80);
        assertThat(ConsoleText.lines("see " + path)).containsExactly("see", "  " + path);
        assertThat(ConsoleText.lines(path)).containsExactly(path);
    }

    @Test
    void keepsLineBreaksAndShowsControlCharacters() {
        assertThat(ConsoleText.lines("a\nb\u001b[31m")).containsExactly("a", "b�[31m");
    }

    @Test
    void keepsTheBlanksThatACaretStandsBehind() {
        assertThat(ConsoleText.lines("fault\n  a  < b\n     ^")).containsExactly("fault", "  a  < b", "     ^");
    }
}
