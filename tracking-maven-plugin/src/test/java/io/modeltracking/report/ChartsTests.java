package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which charts and pictures the page holds. */
class ChartsTests {

    @TempDir
    Path directory;

    private MotorProject project;

    @BeforeEach
    void open() throws IOException {
        project = new MotorProject(directory);
    }

    @Test
    void holdsThoseOfWinnersAndOfRunsByThemselvesAlone() throws Exception {
        MotorRun study = project.run("Search");
        String winner = new MotorRun(project.root(), "Search", 2).id();
        project.add(study.event(new SearchEvent.Objective(MotorProject.DEVIANCE, "MINIMIZE", null, null))
                .event(new SearchEvent.Winner(1, winner, 0.5, "smallest")));
        for (int trial = 0; trial < 3; trial++) {
            project.add(charted(project.run("Search")
                    .trial(study.id(), trial)
                    .event(new SearchEvent.Objective(MotorProject.DEVIANCE, "MINIMIZE", 0.6 - trial, 0.0))));
        }
        project.add(charted(project.run("Alone")));
        Page page = page();
        assertThat(page.html())
                .contains("id=\"charts-2\"", "id=\"charts-4\"")
                .doesNotContain("id=\"charts-1\"", "id=\"charts-3\"");
        JsonNode other = page.data("runs-0").at("/runs/1");
        assertThat(other.get("listed").asBoolean()).isTrue();
        assertThat(other.at("/artifacts/0").fieldNames()).toIterable().containsExactly("name", "href", "containsData");
        assertThat(page.html()).doesNotContain("class=\"picture\"");
    }

    @Test
    void keepFullValuesOfTablesThatAreReadAndSixDigitsOfClouds() throws Exception {
        double third = 1.0 / 3;
        List<Double> many = Collections.nCopies(401, third);
        project.add(project.run("E")
                .artifact("a.json", "application/json", scatter(List.of(third)))
                .artifact("b.json", "application/json", scatter(many)));
        JsonNode charts = page().data("charts-0").get("charts");
        assertThat(charts.at("/0/columns/0/values/0").asDouble()).isEqualTo(third);
        assertThat(charts.at("/1/columns/0/values/0").asDouble()).isEqualTo(0.333333);
        assertThat(charts.at("/1/rounded").asBoolean()).isTrue();
    }

    @Test
    void leaveOutFilesThatChangedAndThoseThatHoldData() throws Exception {
        byte[] chart = scatter(List.of(1.0));
        project.add(project.run("E")
                .artifact("changed.json", "application/json", chart)
                .event(new RunEvent.Artifact(
                        "held.json", "application/json", chart.length, MotorProject.sha256(chart), List.of("train"))));
        Files.writeString(project.runs().get(0).artifacts().resolve("changed.json"), "{}");
        Page page = page();
        assertThat(page.html()).doesNotContain("id=\"charts-0\"");
        JsonNode artifacts = page.data("runs-0").at("/runs/0/artifacts");
        assertThat(artifacts.at("/0/refused").asText()).contains("is not what the run recorded");
        assertThat(artifacts.at("/1/refused").asText()).contains("holds rows of data");
    }

    @Test
    void stopWhereThePageHasNoRoom() throws Exception {
        MotorRun run = project.run("E");
        byte[] chart = scatter(Collections.nCopies(20_000, 1.0));
        for (int i = 0; i < 60; i++) {
            run.artifact("c" + i + ".json", "application/json", chart);
        }
        project.add(run);
        Page page = page();
        assertThat(page.data("charts-0").get("charts")).hasSize((int) (Charts.CELLS_IN_ALL / 40_000));
        assertThat(page.data("runs-0").at("/runs/0/artifacts/59/refused").asText())
                .contains("no room");
    }

    private static byte[] scatter(List<Double> values) throws IOException {
        return ChartFixture.json(ChartFixture.chart("scatter", "Points", Map.of("x", values, "y", values)));
    }

    private static MotorRun charted(MotorRun run) throws IOException {
        return run.artifact("points.json", "application/json", scatter(List.of(1.0, 2.0)))
                .picture("points.png")
                .finish(Status.FINISHED, Verdict.ACCEPTED, null);
    }

    private Page page() throws Exception {
        MemoryOutput output = new MemoryOutput(directory.resolve("target/tracking/report"));
        ReportWriter.write(project.input(List.of()), output, Set.of(ReportFormat.HTML));
        return new Page(output.text("index.html"));
    }
}
