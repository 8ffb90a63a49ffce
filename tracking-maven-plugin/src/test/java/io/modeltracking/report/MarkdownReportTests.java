package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.GateVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTests {

    @TempDir
    Path directory;

    @Test
    void beginsWithTheMarkerAndTheVerdict() throws Exception {
        List<String> lines =
                summary(MotorProject.typical(directory).input()).lines().toList();
        assertThat(lines.get(0)).isEqualTo("<!-- tracking:report:org.example:motor-pricing -->");
        assertThat(lines.get(1)).isEqualTo("## ✕ May not be released: motor-pricing");
        assertThat(lines.get(3))
                .isEqualTo(
                        "All 3 gates hold. 2 experiments failed. 6 runs: 3 accepted, 1 rejected, 1 broken, 1 interrupted; 6 trials in 1 study.");
    }

    @Test
    void saysWhyAGateFailed() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        GateLine gate = new GateLine(
                "Gini", "gini >= 0.3", "*", "gini", 0.29999999, 0.3, null, false, "0.29999999 is below 0.3", null);
        assertThat(summary(project.input(List.of(gate))))
                .contains("| **✕ FAILED** | Gini | `gini >= 0.3`<br>0.29999999 is below 0.3 | 0.29999999 |  |");
    }

    @ParameterizedTest
    @CsvSource({"INCONCLUSIVE, ? INCONCLUSIVE, 1 inconclusive", "NOT_COMPARABLE, ≠ NOT COMPARABLE, 1 not comparable"})
    void tellsWhatCannotBeToldFromWhatIsWorse(GateVerdict verdict, String sign, String sentence) throws Exception {
        MotorProject project = MotorProject.typical(directory);
        GateLine gate =
                new GateLine("Gini", "gini >= 0.3", "E", "gini", 0.31, 0.3, null, verdict, "[0.29, 0.33]", null, "E");
        assertThat(summary(project.input(List.of(project.gates().get(0), gate))))
                .contains("| **" + sign + "** | Gini |", "1 of 2 gates failed (" + sentence + ").");
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        assertThat(summary(new MotorProject(directory).input(List.of())))
                .contains("## – Not gated", "No gate is configured. No run was recorded.");
    }

    @Test
    void staysUnderItsLimitAndCountsTheRest() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        List<GateLine> gates = Collections.nCopies(2_000, project.gates().get(0));
        ReportInput input = project.input(gates);
        List<ReportRun> runs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            runs.addAll(project.runs());
        }
        ReportInput large = new ReportInput(
                input.project(),
                input.module(),
                input.version(),
                input.buildId(),
                input.buildTime(),
                input.ciUrl(),
                input.source(),
                input.root(),
                runs,
                gates,
                input.verdict(),
                Collections.nCopies(5_000, "a warning of some length | with a pipe"),
                1L,
                null,
                "mvn verify",
                input.past(),
                null);
        String summary = summary(large);
        assertThat(summary.length()).isBetween(30_000, 60_000);
        assertThat(summary).contains("more in `index.html`.").endsWith("```text\nmvn verify\n```\n");
    }

    @Test
    void letsNoTextBecomeMarkup() throws Exception {
        String summary = summary(HostileProject.input(directory, HostileProject.ATTACK));
        String html = HtmlRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(summary.substring(summary.indexOf('\n') + 1)));
        assertThat(summary.lines().findFirst().orElseThrow())
                .startsWith("<!-- tracking:report:")
                .endsWith(" -->")
                .doesNotContain("<script");
        assertThat(html).doesNotContain("<script", "<img", "<svg", "<h1", "<a ");
        assertThat(summary.lines().filter(line -> line.startsWith("| **✕ FAILED**")))
                .singleElement()
                .asString()
                .satisfies(
                        row -> assertThat(row.replaceAll("\\\\\\|", "").chars().filter(c -> c == '|'))
                                .hasSize(6));
    }

    @Test
    void bearsTenMegabytesInEveryText() throws Exception {
        assertThat(summary(HostileProject.input(directory, "a|`<\n".repeat(2 << 20))))
                .hasSizeLessThan(60_000);
    }

    private static String summary(ReportInput input) {
        return new MarkdownReport(input).text();
    }
}
