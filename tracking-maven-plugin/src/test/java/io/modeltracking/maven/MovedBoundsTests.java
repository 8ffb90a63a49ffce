package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.MODULE;
import static io.modeltracking.store.RunFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Gate;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Ledger;
import io.modeltracking.report.Page;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedBoundsTests {

    private static final String GATE = "MOVED GOALPOSTS: Motor_2026_Frequency: the gate on holdout.rmse was at most 0.5"
            + " (commit 111111111111) and is at most 0.6 (commit 222222222222), moved after run ";
    private static final String REQUIREMENT =
            "MOVED GOALPOSTS: Motor_2026_Frequency: the requirement on test.gini was at"
                    + " least 0.3 (commit 111111111111) and is at least 0.2 (commit 222222222222), moved after run ";

    @TempDir
    Path base;

    private TrackingRoot root;
    private BuildRuns history;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
        history = new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "1");
    }

    private static Instant at(int build) {
        return START.plusSeconds(60L * build);
    }

    private BuildFacts build(int number, String module) {
        return new BuildFacts(
                1,
                String.format("%032x", number),
                module,
                "1.0",
                base.toString(),
                at(number),
                "3.9.16",
                List.of("verify"),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** A run that reads the hold-out, made from the commit of 40 such digits. */
    private void run(int number, String rule) throws IOException {
        SourceState source = new SourceState(
                "git",
                null,
                String.valueOf(number).repeat(40),
                "main",
                "git",
                null,
                false,
                false,
                "sha1",
                null,
                List.of(),
                true);
        DatasetRecord rows =
                new DatasetRecord("holdout", "HOLDOUT", null, "a".repeat(64), "table/v1", 1L, null, null, null, null);
        RunFixture.run(root, number)
                .build(build(number, MODULE).buildId())
                .startedAt(at(number).plusSeconds(10))
                .event(new RunEvent.Fact("source", new FactStore(root).put(source)))
                .event(new RunEvent.Data(rows))
                .metric("holdout.rmse", 0.4)
                .event(new RunEvent.Check(rule, "metric", "test.gini", 0.4, null, null, 0.0, Verdict.ACCEPTED, null))
                .finished();
    }

    private static List<Gate> gates(String limit) {
        return List.of(Gate.of("Motor_*", "holdout.rmse", null, null, limit));
    }

    private ModuleReport report(int number, String limit) {
        return ModuleReport.of(history, build(number, MODULE), gates(limit), Optional.empty());
    }

    private ModuleReport reportOfAll(int number, String limit) {
        return ModuleReport.ofAllModules(
                history, build(number, "org.example:all"), gates(limit), Optional.empty(), List.of("told"));
    }

    @Test
    void standInTheReportTheSummaryAndTheJson() throws IOException {
        run(1, "test.gini >= 0.3");
        assertThat(report(1, "0.5").warnings()).isEmpty();
        run(2, "test.gini >= 0.2");
        ModuleReport report = report(2, "0.6");
        String ending = RunFixture.id(1).substring(0, 8) + " had read the hold-out";
        assertThat(report.warnings()).containsExactly(GATE + ending, REQUIREMENT + ending);

        report.write(
                "motor",
                base.resolve("out"),
                EnumSet.of(ReportFormat.HTML, ReportFormat.MARKDOWN, ReportFormat.JSON),
                ListingRequest.ALL);
        assertThat(warnings(RunJson.mapper().readTree(read("report.json"))))
                .containsExactly(GATE + ending, REQUIREMENT + ending);
        assertThat(warnings(new Page(read("index.html")).data("index")))
                .containsExactly(GATE + ending, REQUIREMENT + ending);
        assertThat(read("summary.md").replace("\\", "")).contains(GATE + ending, REQUIREMENT + ending);
    }

    private static List<String> warnings(JsonNode report) {
        List<String> warnings = new ArrayList<>();
        report.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return warnings;
    }

    private String read(String file) throws IOException {
        return Files.readString(base.resolve("out").resolve(file));
    }

    @Test
    void areToldOfTheGatesOfEachModuleAndOfThoseOnAllModules() throws IOException {
        run(1, "test.gini >= 0.3");
        report(1, "0.5");
        assertThat(reportOfAll(1, "0.5").warnings()).containsExactly("told");
        run(2, "test.gini >= 0.3");
        report(2, "0.5");
        assertThat(reportOfAll(2, "0.6").warnings())
                .as("those that are configured with the aggregate goals")
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith(GATE);
        run(3, "test.gini >= 0.2");
        report(3, "0.7");
        assertThat(reportOfAll(3, "0.5").warnings())
                .as("those of the module, and its code")
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("is at most 0.7 (commit 333333333333)"))
                .anySatisfy(line -> assertThat(line).contains("is at least 0.2 (commit 333333333333)"));
    }

    @Test
    void areLeftOutWhereTheLedgerIsDamaged() throws IOException {
        run(1, "test.gini >= 0.3");
        report(1, "0.5");
        run(2, "test.gini >= 0.2");
        report(2, "0.6");
        Path ledger = root.directory().resolve(Ledger.FILE);
        Files.writeString(ledger, Files.readString(ledger).replace("\"max\":\"0.5\"", "\"max\":\"0.6\""));
        assertThat(report(2, "0.7").warnings()).isEmpty();
    }
}
