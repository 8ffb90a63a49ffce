package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTests {

    @TempDir
    Path directory;

    @Test
    void allowsExactlyItsOwnScriptsAndNoConnection() throws Exception {
        Page page = page(MotorProject.typical(directory).input());
        assertThat(page.scripts()).hasSize(3);
        for (String script : page.scripts()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(page.policy()).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(page.policy())
                .startsWith("default-src 'none'; script-src 'sha256-")
                .doesNotContain("unsafe-eval", "http", "connect-src", "script-src 'unsafe");
    }

    @Test
    void asksForNoOtherFile() throws Exception {
        assertThat(page(MotorProject.typical(directory).input()).html())
                .doesNotContainPattern("<link|<script src|<iframe|@import|sourceMappingURL");
    }

    @Test
    void holdsHostileTextOnlyPackedOrEscaped() throws Exception {
        Page page = page(HostileProject.input(directory, HostileProject.ATTACK));
        String rest = page.html();
        for (String script : page.scripts()) {
            rest = rest.replace(script, "");
        }
        assertThat(rest)
                .contains("<title>&lt;/script&gt;&lt;script&gt;")
                .doesNotContain("owned=1</script>", "<img", "onerror=\"");
    }

    @Test
    void boundsWhatOneTextCanCost() throws Exception {
        ReportInput input = HostileProject.input(directory, "<a|b>\n".repeat(10 << 17));
        assertThat(page(input).html()).hasSizeLessThan(4 << 20);
    }

    @Test
    void turnsNotesIntoTreesWithoutMarkup() throws Exception {
        MotorProject project = new MotorProject(directory);
        project.add(
                project.run("E")
                        .note(
                                "# T\n*em* `<b>` <b>x</b> [web](https://example.org/?a=1) [js](javascript:alert(1)) ![i](http://e.org/i.png)\n\n<script>x</script>\n"));
        JsonNode note = page(project.input(List.of())).data("runs-0").at("/runs/0/notes/0");
        assertThat(note)
                .hasToString(
                        "[\"div\",[\"h4\",\"T\"],[\"p\",[\"em\",\"em\"],\" \",[\"code\",\"<b>\"],\" \",\"<b>\",\"x\",\"</b>\",\" \","
                                + "[\"a\",\"https://example.org/?a=1\",\"web\"],\" \",\"js\",\" \",\"i\"],\"<script>x</script>\"]");
    }

    @Test
    void bearsANoteThatNestsDeeply() throws Exception {
        MotorProject project = new MotorProject(directory);
        project.add(project.run("E")
                .note("> ".repeat(20_000) + "x")
                .note("*".repeat(50_000))
                .note("[".repeat(50_000)));
        assertThat(page(project.input(List.of())).data("runs-0").at("/runs/0/notes"))
                .hasSize(3);
    }

    @Test
    void takesInPicturesThatAreWhatTheRunRecorded() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        JsonNode artifact = page(project.input()).data("runs-0").at("/runs/6/artifacts/0");
        assertThat(artifact.get("picture").asInt()).isZero();
        assertThat(artifact.get("pictureType").asText()).isEqualTo("image/png");
        assertThat(artifact.get("href").asText())
                .isEqualTo(
                        "./../../../.tracking/runs/" + project.winner().record().id() + "/artifacts/lift_chart.png");
        Path file = project.winner().artifacts().resolve("lift_chart.png");
        byte[] content = Files.readAllBytes(file);
        content[content.length - 20] ^= 1;
        Files.write(file, content);
        assertThat(page(project.input())
                        .data("runs-0")
                        .at("/runs/6/artifacts/0")
                        .has("picture"))
                .isFalse();
    }

    @Test
    void takesInNoFileFromOutsideTheRun() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        Path file = project.winner().artifacts().resolve("lift_chart.png");
        Path outside = Files.move(file, directory.resolve("elsewhere.png"));
        Files.createSymbolicLink(file, outside);
        assertThat(page(project.input())
                        .data("runs-0")
                        .at("/runs/6/artifacts/0")
                        .has("picture"))
                .isFalse();
        assertThat(Links.to(directory, directory.resolve("artifacts"), "../../secret"))
                .isNull();
        assertThat(Links.to(directory, directory.resolve("artifacts"), "a b/ü?#<x>.png"))
                .isEqualTo("./artifacts/a%20b/%C3%BC%3F%23%3Cx%3E.png");
    }

    @Test
    void thinsLongCurvesAndKeepsTheirEnds() throws Exception {
        MotorProject project = new MotorProject(directory);
        project.add(project.run("E").boosted(0.5, 0.6, 5_000));
        JsonNode metric = page(project.input(List.of())).data("runs-0").at("/runs/0/metrics/0");
        assertThat(metric.get("count").asInt()).isEqualTo(5_000);
        assertThat(metric.get("steps")).hasSize(300);
        assertThat(metric.at("/steps/0").asInt()).isEqualTo(1);
        assertThat(metric.at("/steps/299").asInt()).isEqualTo(5_000);
    }

    private static Page page(ReportInput input) throws Exception {
        MemoryOutput output = new MemoryOutput(input.root().base().resolve("target/tracking/report"));
        ReportWriter.write(input, output, Set.of(ReportFormat.HTML));
        return new Page(output.text("index.html"));
    }
}
