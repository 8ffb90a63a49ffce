package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.gate.Baselines;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.GateEvaluator;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTests {

    private static final String MODEL = "Motor_2026_Frequency";

    @TempDir
    Path base;

    private RegistryFixture models;
    private FolderBlobs blobs;
    private final List<RunRecord> runs = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
        blobs = new FolderBlobs(models.root().directory().resolve("blobs"));
    }

    @Test
    void registersTheWinnerOfAStudyWithAllThatWasTried() throws IOException {
        study("main", false);
        Candidates candidates = candidates("0.6");
        assertThat(candidates.gated(List.of("*"))).containsOnlyKeys(MODEL);
        assertThat(candidates.gated(List.of("Home_*"))).isEmpty();
        registration(candidates).winner(MODEL, candidates.gated(List.of("*")).get(MODEL));
        Evidence evidence = models.registry().version(MODEL + "/1").evidence();
        assertThat(evidence.run()).isEqualTo(RunFixture.id(1));
        assertThat(evidence.study()).isEqualTo(RunFixture.id(9));
        assertThat(evidence.rank()).isEqualTo(1);
        assertThat(evidence.overridden()).isNull();
        assertThat(evidence.considered())
                .extracting(Evidence.Considered::outcome)
                .containsExactlyInAnyOrder("FINISHED", "FINISHED", "REJECTED", "FINISHED");
        assertThat(evidence.gates()).containsExactly(new Evidence.Verdict("test.rmse <= 0.6", "0.3", true));
        assertThat(evidence.about()).containsEntry("owner", "Pricing");
        assertThat(blobs.has(evidence.sha256().get(0))).isTrue();
    }

    @Test
    void aRunAndItsRepeatAreOneCandidate() {
        RunRecord first =
                RunFixture.run(models.root(), 1).metric("test.rmse", 0.3).finished();
        runs.add(first);
        runs.add(RunFixture.run(models.root(), 2)
                .metric("test.rmse", 0.3)
                .repeatOf(first.id())
                .finished());
        assertThat(candidates("0.6").gated(List.of("*")))
                .hasEntrySatisfying(
                        first.experiment(), accepted -> assertThat(accepted).containsExactly(first));
    }

    @Test
    void keepsTheRankAndTheRuleThatAPersonOverrode() throws IOException {
        study("main", false);
        registration(candidates("0.6")).chosen(RunFixture.id(2).substring(0, 8), "simpler, and as stable");
        Evidence evidence = models.registry().version(MODEL + "/1").evidence();
        assertThat(evidence.rank()).isEqualTo(2);
        assertThat(evidence.overridden()).isEqualTo("trial 0 by best objective");
    }

    @Test
    void registersNothingWhenAGateFails() throws IOException {
        study("main", false);
        Candidates candidates = candidates("0.1");
        List<RunRecord> accepted = candidates.gated(List.of("*")).get(MODEL);
        refuses(() -> registration(candidates).winner(MODEL, accepted), "gates do not hold", "0.3");
    }

    @Test
    void registersOnlyOnTheBranchesThatMay() throws IOException {
        study("feature/x", false);
        refuses(() -> registration(candidates("0.6")).chosen(RunFixture.id(1), REASON), "feature/x", "release/*");
    }

    @Test
    void registersAReleaseBranch() throws IOException {
        study("release/1", false);
        assertThat(registration(candidates("0.6"))
                        .chosen(RunFixture.id(1), REASON)
                        .fresh())
                .isTrue();
    }

    @Test
    void keepsNoFileOfWhatItRefuses() throws IOException {
        study("main", true);
        refuses(() -> registration(candidates("0.6")).chosen(RunFixture.id(1), REASON), "uncommitted changes");
        assertThat(blobs.has(Sha256.of("model 1"))).isFalse();
    }

    @Test
    void refusesAFileThatWasChangedSince() throws IOException {
        study("main", false);
        Files.writeString(models.root().run(RunFixture.id(1)).resolve("artifacts/model.ubj"), "another");
        refuses(() -> registration(candidates("0.6")).chosen(RunFixture.id(1), REASON), "changed after it was logged");
    }

    @Test
    void namesTheCandidates() throws IOException {
        study("main", false);
        refuses(() -> registration(candidates("0.6")).chosen("ffffffff", REASON), "names 0 runs", MODEL);
        refuses(() -> registration(candidates("0.6")).chosen(RunFixture.id(3), REASON), "REJECTED");
        refuses(() -> registration(candidates("0.6")).chosen(RunFixture.id(2), "short"), "5 characters");
    }

    @Test
    void passesOverARunWhoseRepeatDiffered() throws IOException {
        runs.add(RunFixture.run(models.root(), 1).metric("test.rmse", 0.3).finished());
        Candidates once = candidates("0.6");
        assertThat(once.gated(List.of("*")).values()).containsExactly(runs);
        runs.add(RunFixture.run(models.root(), 2)
                .repeatOf(RunFixture.id(1))
                .metric("test.rmse", 0.31)
                .ended(Status.FAILED, null));
        Candidates twice = candidates("0.6");
        assertThat(twice.gated(List.of("*")).values()).containsExactly(List.of());
        refuses(() -> registration(twice).chosen(RunFixture.id(1), REASON), "was made again by @Reproducible");
    }

    private Candidates candidates(String max) {
        List<Gate> gates = List.of(Gate.of("Motor_*", "test.rmse", null, null, max));
        return new Candidates(runs, GateEvaluator.evaluate(gates, runs, Baselines.NONE));
    }

    private Registration registration(Candidates candidates) {
        return new Registration(
                models.root(),
                candidates,
                Map.of(MODEL, Map.of("owner", "Pricing")),
                models.as(ADA),
                blobs,
                List.of("main", "master", "release/*"));
    }

    /** A study of three trials: the winner, the second, and a rejected one. */
    private void study(String branch, boolean dirty) throws IOException {
        String source = new FactStore(models.root())
                .put(new SourceState(
                        "git", null, "c".repeat(40), branch, "git", null, dirty, false, "sha1", null, List.of(), true));
        runs.add(trial(1, 0.3, source).finished());
        runs.add(trial(2, 0.4, source).finished());
        runs.add(trial(3, 0.2, source).ended(Status.ABORTED, Verdict.REJECTED));
        runs.add(RunFixture.run(models.root(), 9)
                .metric("test.rmse", 0.3)
                .event(new RunEvent.Fact("source", source))
                .event(new SearchEvent.Objective("test.rmse", "MINIMIZE", null, null))
                .event(new SearchEvent.Winner(0, RunFixture.id(1), 0.3, "best objective"))
                .finished());
        for (int number = 1; number <= 3; number++) {
            file(number);
        }
    }

    private RunFixture trial(int number, double rmse, String source) {
        String content = "model " + number;
        return RunFixture.run(models.root(), number)
                .parent(RunFixture.id(9))
                .trial(number - 1)
                .metric("test.rmse", rmse)
                .event(new RunEvent.Fact("source", source))
                .event(new SearchEvent.Objective("test.rmse", "MINIMIZE", rmse, 0.0))
                .event(new RunEvent.Data(new DatasetRecord(
                        "test", "HOLDOUT", null, "d".repeat(64), "table/v1", 3L, null, null, null, null)))
                .event(new RunEvent.Model(
                        "model", "model.ubj", "file", content.length(), Sha256.of(content), null, null, null));
    }

    private void file(int number) throws IOException {
        Path file = models.root().run(RunFixture.id(number)).resolve("artifacts/model.ubj");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "model " + number);
    }

    private void refuses(ThrowingCallable registering, String... messages) {
        assertThatThrownBy(registering).isInstanceOf(RegistryException.class).hasMessageContainingAll(messages);
        assertThat(models.ledger().exists()).isFalse();
    }
}
