package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.MODULE;
import static io.modeltracking.store.RunFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.Goalpost;
import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalpostCheckTests {

    private static final String MOTOR = "Motor";

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    private static Instant at(int build) {
        return START.plusSeconds(60L * build);
    }

    private BuildFacts facts(int build, String module) {
        return new BuildFacts(
                1,
                String.format("%032x", build),
                module,
                "1.0",
                base.toString(),
                at(build),
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

    /** A run of that build, made from the commit of 40 such digits. */
    private RunFixture run(int build, String... rules) throws IOException {
        String source = new FactStore(root)
                .put(new SourceState(
                        "git",
                        null,
                        Integer.toHexString(build).repeat(40),
                        "main",
                        "git",
                        null,
                        build == 3,
                        false,
                        "sha1",
                        null,
                        List.of(),
                        true));
        RunFixture run = RunFixture.run(root, build)
                .experiment(MOTOR)
                .build(facts(build, MODULE).buildId())
                .startedAt(at(build).plusSeconds(10))
                .event(new RunEvent.Fact("source", source));
        Arrays.stream(rules)
                .forEach(rule -> run.event(
                        new RunEvent.Check(rule, "metric", "rmse", 0.4, null, null, 0.0, Verdict.ACCEPTED, null)));
        return run;
    }

    private static RunFixture look(RunFixture run) {
        DatasetRecord rows =
                new DatasetRecord("holdout", "HOLDOUT", null, "a".repeat(64), "table/v1", 1L, null, null, null, null);
        return run.event(new RunEvent.Data(rows)).metric("holdout.rmse", 0.5);
    }

    private void record(int build, String... limits) {
        List<Gate> gates = Arrays.stream(limits)
                .map(limit -> Gate.of("Mot*", "holdout.rmse", null, null, limit))
                .toList();
        new Recorder(root, Clock.systemUTC(), "1").record(facts(build, MODULE), false, Goalpost.of(gates));
    }

    private List<LedgerEvent> events() {
        return new Ledger(root, Clock.systemUTC()).events();
    }

    private List<String> moved(Instant until) {
        return new GoalpostCheck(root, events())
                .moved(MODULE, List.of(MOTOR, "Other"), until).stream()
                        .map(MovedGoalpost::toString)
                        .toList();
    }

    private static String finding(String was, String now) {
        return "MOVED GOALPOSTS: Motor: the " + was + " and is " + now + ", moved after run "
                + RunFixture.id(1).substring(0, 8) + " had read the hold-out";
    }

    @Test
    void findsAGateThatWasLoosenedBetweenTwoBuilds() throws IOException {
        look(run(1)).finished();
        record(1, "0.5");
        look(run(2)).finished();
        record(2, "0.5");
        assertThat(moved(Instant.MAX)).isEmpty();
        look(run(3)).finished();
        record(3, "0.6");
        assertThat(moved(Instant.MAX))
                .containsExactly(finding(
                        "gate on holdout.rmse was at most 0.5 (commit " + "2".repeat(12) + ")",
                        "at most 0.6 (commit " + "3".repeat(12) + " + changes)"));
        assertThat(moved(at(2).plusSeconds(10)))
                .as("as it stood when the second build's run started")
                .isEmpty();
    }

    @Test
    void saysNothingOfAGateThatWasLoosenedBeforeAnybodyReadTheHoldOut() throws IOException {
        run(1).finished();
        record(1, "0.5");
        assertThat(moved(Instant.MAX)).isEmpty();
        look(run(2)).finished();
        record(2, "0.6");
        assertThat(moved(Instant.MAX)).isEmpty();
    }

    @Test
    void remembersAllGatesThatAreGone() throws IOException {
        look(run(1)).finished();
        record(1, "0.5");
        record(2);
        run(3).finished();
        record(3);
        assertThat(moved(Instant.MAX))
                .containsExactly(finding(
                        "gate on holdout.rmse was at most 0.5 (commit " + "1".repeat(12) + ")",
                        "not there any more (commit " + "3".repeat(12) + " + changes)"));
    }

    @Test
    void writesWhatDidNotChangeOnlyWithNewRuns() throws IOException {
        record(1);
        assertThat(events()).isEmpty();
        run(1).finished();
        record(1, "0.5");
        record(1, "0.5");
        record(2, "0.5");
        assertThat(events()).hasSize(1);
        assertThat(events().get(0).body().path("gates").toString())
                .isEqualTo("[{\"experiment\":\"Mot*\",\"max\":\"0.5\",\"subject\":\"holdout.rmse\"}]");
        record(2, "0.6");
        assertThat(events()).hasSize(2);
    }

    @Test
    void keepsTheGatesOfModulesApart() throws IOException {
        look(run(1)).finished();
        record(1, "0.5");
        new Recorder(root, Clock.systemUTC(), "1").record(facts(2, "org.example:other"), false, List.of());
        assertThat(moved(Instant.MAX)).isEmpty();
    }

    @Test
    void findsARequirementInCodeThatWasLoosened() throws IOException {
        look(run(1, "holdout.rmse <= 0.5", "gap train.rmse → test.rmse <= 5.0 %"))
                .finished();
        look(run(2, "holdout.rmse <= 0.5", "gap train.rmse → test.rmse <= 4.0 %"))
                .finished();
        record(2);
        assertThat(moved(Instant.MAX)).isEmpty();
        look(run(4, "holdout.rmse <= 0.55", "gap train.rmse → test.rmse <= 4.0 %"))
                .ended(Status.FAILED, Verdict.REJECTED);
        record(4);
        assertThat(moved(Instant.MAX))
                .containsExactly(finding(
                        "requirement on holdout.rmse was at most 0.5 (commit " + "2".repeat(12) + ")",
                        "at most 0.55 (commit " + "4".repeat(12) + ")"));
    }

    @Test
    void saysNothingOfARequirementThatWasLoosenedBeforeAnybodyReadTheHoldOut() throws IOException {
        run(1, "test.rmse <= 0.5").finished();
        look(run(2, "test.rmse <= 0.6")).finished();
        record(2);
        assertThat(moved(Instant.MAX)).isEmpty();
    }

    @Test
    void takesARequirementForGoneOnlyWhereARunCameToItsEnd() throws IOException {
        look(run(1, "test.rmse <= 0.5")).finished();
        run(2).ended(Status.BROKEN, null);
        record(2);
        assertThat(moved(Instant.MAX)).isEmpty();
        run(4).finished();
        record(4);
        assertThat(moved(Instant.MAX))
                .containsExactly(finding(
                        "requirement on test.rmse was at most 0.5 (commit " + "1".repeat(12) + ")",
                        "not there any more (commit " + "4".repeat(12) + ")"));
    }

    @Test
    void countsARunOutsideAnyBuildAsABuildOfItsOwn() throws IOException {
        look(run(1, "test.rmse <= 0.5")).outsideBuild().finished();
        run(2, "test.rmse <= 0.6").finished();
        record(2);
        assertThat(moved(Instant.MAX)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T08:00:00Z, much", "yesterday, 0.5"})
    void namesTheEventThatNoPluginWrote(String started, String limit) throws IOException {
        root.create();
        ObjectNode body =
                RunJson.mapper().createObjectNode().put("module", MODULE).put("started", started);
        body.putArray("gates")
                .addObject()
                .put("experiment", "*")
                .put("subject", "rmse")
                .put("max", limit);
        new Ledger(root, Clock.systemUTC()).append(RunRecorded.TYPE, () -> Optional.of(body), event -> null);
        assertThatThrownBy(() -> moved(Instant.MAX))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("Event 1 of the ledger has ")
                .hasMessageEndingWith("Restore the ledger from a backup");
    }
}
