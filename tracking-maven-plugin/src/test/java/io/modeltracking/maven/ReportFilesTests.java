package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Baselines;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.GateEvaluator;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilesTests {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void resolvesTheFactsThatRunsReferTo() throws IOException {
        RunRecord run = run(root, 1).event(source(put(COMMIT))).finished();
        JsonNode report = report(List.of(run));
        assertThat(report.at("/runs/0/source/commit").asText()).isEqualTo(COMMIT);
        assertThat(report.path("warnings")).isEmpty();
    }

    @Test
    void warnsOnceOfAFactThatCannotBeRead() throws IOException {
        String damaged = put(COMMIT);
        Files.writeString(root.fact(damaged), "{}");
        String missing = "f".repeat(64);
        JsonNode report = report(List.of(
                run(root, 1).event(source(damaged)).finished(),
                run(root, 2).event(source(damaged)).finished(),
                run(root, 3).event(source(missing)).finished()));
        assertThat(report.path("runs")).hasSize(3);
        assertThat(report.path("warnings")).hasSize(2);
        assertThat(report.path("warnings").toString())
                .contains("A fact that runs refer to cannot be read: The fact " + root.fact(damaged) + " is damaged")
                .contains(root.fact(missing) + " is missing");
    }

    @Test
    void readsOneFactAsWhateverItIsSaidToBe() throws IOException {
        String sha256 = put(COMMIT);
        RunRecord run = run(root, 1)
                .event(new RunEvent.Fact("environment", sha256))
                .event(source(sha256))
                .finished();
        JsonNode report = report(List.of(run));
        assertThat(report.at("/runs/0/source/commit").asText()).isEqualTo(COMMIT);
    }

    @Test
    void saysBothBoundsOfAGateInOneLine() throws IOException {
        RunRecord run = run(root, 1).metric("rmse", 0.4).finished();
        JsonNode gates = report(List.of(run), Gate.of("Motor_*", "rmse", null, "0.1", "0.5"))
                .path("gates");
        assertThat(gates).hasSize(1);
        assertThat(gates.at("/0/min").asDouble()).isEqualTo(0.1);
        assertThat(gates.at("/0/max").asDouble()).isEqualTo(0.5);
        assertThat(gates.at("/0/passed").asBoolean()).isTrue();
    }

    @Test
    void failsTheLineWhenOneOfItsBoundsDoesNotHold() throws IOException {
        RunRecord run = run(root, 1).metric("rmse", 0.6).finished();
        JsonNode gate = report(List.of(run), Gate.of("Motor_*", "rmse", null, "0.1", "0.5"))
                .at("/gates/0");
        assertThat(gate.path("passed").asBoolean()).isFalse();
        assertThat(gate.path("message").asText()).isEqualTo("it is 0.6");
    }

    @Test
    void keepsTheExperimentsOfOneGateApart() throws IOException {
        List<RunRecord> runs = List.of(
                run(root, 1).metric("rmse", 0.4).finished(),
                run(root, 2)
                        .experiment("Motor_2026_Severity")
                        .metric("rmse", 0.9)
                        .finished());
        JsonNode gates =
                report(runs, Gate.of("Motor_*", "rmse", null, "0", "0.5")).path("gates");
        assertThat(gates.findValuesAsText("experiment")).containsExactly("Motor_2026_Frequency", "Motor_2026_Severity");
        assertThat(gates.findValuesAsText("passed")).containsExactly("true", "false");
    }

    @Test
    void proposesTheRunThatTheFirstGateJudged() throws IOException {
        List<RunRecord> runs = List.of(
                run(root, 1).ended(Status.FAILED, null),
                run(root, 2).event(source(put(COMMIT))).metric("rmse", 0.4).finished());
        assertThat(report(runs, Gate.of("Motor_*", "rmse", null, null, "0.5"))
                        .at("/build/reproduceCommand")
                        .asText())
                .isEqualTo("git checkout 0123456789ab && mvn verify -pl :pricing -Dit.test=FrequencyIT#frequency");
    }

    @Test
    void proposesTheFirstFinishedRunWhereNoGateJudgedOne() throws IOException {
        List<RunRecord> runs = List.of(
                run(root, 1).ended(Status.BROKEN, null),
                run(root, 2)
                        .event(new RunEvent.Seed("seed/v1", 5, List.of("a"), 1))
                        .finished());
        assertThat(report(runs).at("/build/reproduceCommand").asText()).endsWith(" -Dtracking.seed=5");
        assertThat(report(List.of(runs.get(0))).path("build").hasNonNull("reproduceCommand"))
                .isFalse();
    }

    @Test
    void knowsItsFormatsByName() {
        assertThat(ReportFiles.formats(null)).containsExactlyInAnyOrder(ReportFormat.values());
        assertThat(ReportFiles.formats(List.of(" json", "Html")))
                .containsExactlyInAnyOrder(ReportFormat.JSON, ReportFormat.HTML);
        assertThatThrownBy(() -> ReportFiles.formats(List.of("PDF")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A report has no format \"PDF\": use some of [HTML, MARKDOWN, JSON, REGISTRY, OPENMETRICS]");
    }

    private String put(String commit) throws IOException {
        return new FactStore(root)
                .put(new SourceState(
                        "git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.6, INCONCLUSIVE", "0.6, 0.7, FAILED", "0.3, 0.4, PASSED"})
    void tellsWhatTheDataCannotTell(double lower, double upper, String verdict) throws IOException {
        RunRecord run = run(root, 1)
                .metric("rmse", 0.45)
                .metric("rmse.lower", lower)
                .metric("rmse.upper", upper)
                .finished();
        JsonNode gate = report(List.of(run), Gate.of("Motor_*", "interval(rmse)", null, "0.1", "0.5"))
                .at("/gates/0");
        assertThat(gate.path("verdict").asText()).isEqualTo(verdict);
        assertThat(gate.path("passed").asBoolean()).isEqualTo(verdict.equals("PASSED"));
    }

    private static RunEvent source(String sha256) {
        return new RunEvent.Fact("source", sha256);
    }

    private JsonNode report(List<RunRecord> runs, Gate... gates) throws IOException {
        ReportRequest request = new ReportRequest(
                "Pricing",
                RunFixture.build(root),
                root,
                RunSource.local(root),
                runs,
                GateEvaluator.evaluate(List.of(gates), runs, Baselines.NONE),
                List.of(),
                null,
                Registry.of(List.of()),
                List.of(),
                null);
        Path file = ReportFiles.write(request, base.resolve("report"), Set.of(ReportFormat.JSON))
                .get(0);
        return RunJson.mapper().readTree(file.toFile());
    }
}
