package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTests {

    @Test
    void leavesNamesReadable() {
        assertThat(MarkdownText.cell("Motor_2026_Frequency-1.5 (gap 5.5 %)", 100))
                .isEqualTo("Motor_2026_Frequency-1.5 (gap 5.5 %)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "a | b",
                "`code`",
                "**bold**",
                "_it_",
                "[x](javascript:y)",
                "![i](http://e.org)",
                "# h",
                "- item",
                "1. item",
                "> quote",
                "~~x~~",
                "&lt;",
                "a\nb\n\n# c",
                "http://example.org",
                "\\",
                "+ x",
                "1) x",
                "==="
            })
    void isReadBackAsTheSameText(String text) {
        String rendered = render(MarkdownText.cell(text, 100));
        assertThat(rendered).startsWith("<p>").endsWith("</p>\n").doesNotContainPattern("<(?!/?p>)");
        String read = rendered.substring(3, rendered.length() - 5)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        assertThat(read).isEqualTo(text.replaceAll("\\s+", " "));
    }

    @Test
    void keepsPipesOfCodeInTheirCellAndBackticksInTheirCode() {
        assertThat(MarkdownText.code("a|b", 10)).isEqualTo("`a\\|b`");
        assertThat(render(MarkdownText.code("x ``y` z`", 20))).isEqualTo("<p><code>x ``y` z`</code></p>\n");
    }

    @Test
    void mentionsNobodyAndRefersToNoIssue() {
        assertThat(MarkdownText.cell("@team #12 www.example.org", 100))
                .isEqualTo("&#64;team &#35;12 www&#46;example.org");
    }

    @Test
    void endsABlockOnlyWhereItEnds() {
        String html = render(MarkdownText.block("a\n```\n# no heading\n````\nb", 100));
        assertThat(html).startsWith("<pre>").doesNotContain("<h1>").endsWith("</pre>\n");
    }

    private static String render(String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        return HtmlRenderer.builder().build().render(document);
    }
}
