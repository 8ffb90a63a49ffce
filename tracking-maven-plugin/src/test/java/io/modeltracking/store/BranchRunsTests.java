package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchRunsTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    private RunFixture run(int number, String model, String branch, boolean dirty) throws IOException {
        RunFixture run = RunFixture.run(root, number).experiment(model).startedAt(START.plusSeconds(number));
        String source = new FactStore(root)
                .put(new SourceState(
                        "git", null, "c".repeat(40), branch, "git", null, dirty, false, "sha1", null, List.of(), true));
        return run.event(new RunEvent.Fact("source", source));
    }

    private Map<String, BranchRuns.Found> latest() {
        try (History history = History.open(root, "1", false)) {
            new RunFolders(root, Clock.systemUTC()).changed(Map.of(), history.store()::record);
        }
        return BranchRuns.latest(RunSource.local(root), List.of("main", "master"));
    }

    @Test
    void isTheLastOneOfEachModelOnTheBaseBranch() throws IOException {
        run(1, "motor", "main", false).finished();
        run(2, "motor", "main", false).finished();
        run(3, "motor", "feature/x", false).finished();
        run(4, "home", "master", false).finished();

        assertThat(latest())
                .isEqualTo(Map.of(
                        "motor", new BranchRuns.Found(id(2), "main"), "home", new BranchRuns.Found(id(4), "master")));
    }

    @Test
    void neitherRejectedNorFailedNorDirtyNorWithinAnother() throws IOException {
        run(1, "motor", "main", false).finished();
        run(2, "motor", "main", true).finished();
        run(3, "motor", "main", false).ended(Status.FAILED, Verdict.REJECTED);
        run(4, "motor", "main", false).ended(Status.FINISHED, Verdict.REJECTED);
        run(5, "motor", "main", false).parent(id(1)).trial(0).finished();
        run(6, "motor", "main", false).unfinished();

        assertThat(latest()).isEqualTo(Map.of("motor", new BranchRuns.Found(id(1), "main")));
    }

    @Test
    void thereIsNoneWithoutAnIndex() {
        assertThat(BranchRuns.latest(RunSource.local(root), List.of("main"))).isEmpty();
    }
}
