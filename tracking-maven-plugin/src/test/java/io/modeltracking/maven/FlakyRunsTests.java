package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlakyRunsTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void find() throws IOException {
        root = TrackingRoot.find(base, base.toString());
        root.create();
    }

    @Test
    void areTheSameInAllButTheirResults() throws IOException {
        same(1).metric("test.rmse", 0.5).finished();
        same(2).metric("test.rmse", 0.6).finished();
        same(3).metric("test.rmse", 0.5).ended(Status.FAILED, Verdict.REJECTED);
        FlakyRuns flaky = flaky(1, 2, 3);
        assertThat(flaky.groups()).singleElement().satisfies(group -> {
            assertThat(group.runs()).hasSize(3);
            assertThat(group.differing()).containsExactly("outcome", "test.rmse");
        });
        assertThat(flaky.ids()).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(flaky.lines().get(0))
                .startsWith("FLAKY: Motor_2026_Frequency with the same code, params, seed and data: ");
    }

    @Test
    void areNotThoseThatDifferInWhatTheyWereGiven() throws IOException {
        same(1).metric("test.rmse", 0.5).finished();
        run(root, 2)
                .event(source("other"))
                .event(data("d"))
                .event(seed(1))
                .metric("test.rmse", 0.6)
                .finished();
        run(root, 3)
                .event(source("c"))
                .event(data("e"))
                .event(seed(1))
                .metric("test.rmse", 0.6)
                .finished();
        run(root, 4)
                .event(source("c"))
                .event(data("d"))
                .event(seed(2))
                .metric("test.rmse", 0.6)
                .finished();
        same(5).param("depth", 3).metric("test.rmse", 0.6).finished();
        same(6).experiment("Other").metric("test.rmse", 0.6).finished();
        same(7).trial(1).parent(id(9)).metric("test.rmse", 0.6).finished();
        assertThat(flaky(1, 2, 3, 4, 5, 6, 7).groups()).isEmpty();
    }

    @Test
    void areNotThoseOfWhichCodeOrDataIsNotKnown() throws IOException {
        for (int i = 1; i <= 2; i++) {
            run(root, i)
                    .event(source("c"))
                    .event(seed(1))
                    .metric("test.rmse", i)
                    .finished();
            run(root, i + 2)
                    .event(data("d"))
                    .event(seed(1))
                    .metric("test.rmse", i)
                    .finished();
            run(root, i + 4)
                    .event(dirty())
                    .event(data("d"))
                    .metric("test.rmse", i)
                    .finished();
        }
        assertThat(flaky(1, 2, 3, 4, 5, 6).groups()).isEmpty();
    }

    @Test
    void mayTakeLongerOrHaveBeenInterrupted() throws IOException {
        same(1).metric("test.rmse", 0.5).metric("train.seconds", 3).finished();
        same(2).metric("test.rmse", 0.5).metric("train.seconds", 4).finished();
        same(3).unfinished();
        assertThat(flaky(1, 2, 3).groups()).isEmpty();
    }

    private RunFixture same(int number) throws IOException {
        return run(root, number).event(source("c")).event(data("d")).event(seed(1));
    }

    private RunEvent source(String commit) throws IOException {
        return fact(
                new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true));
    }

    /** Changed files that were too large to keep. */
    private RunEvent dirty() throws IOException {
        return fact(
                new SourceState("git", null, "c", "main", "git", null, true, false, "sha1", null, List.of(), false));
    }

    private RunEvent fact(SourceState source) throws IOException {
        return new RunEvent.Fact("source", new FactStore(root).put(source));
    }

    private static RunEvent data(String hash) {
        return new RunEvent.Data(new DatasetRecord(
                "test", "HOLDOUT", null, hash.repeat(64), "table/v1", 3L, List.of(), null, null, null));
    }

    private static RunEvent seed(long root) {
        return new RunEvent.Seed("seed/v1", root, List.of(), 7);
    }

    private FlakyRuns flaky(int... numbers) {
        try (RunHistory history = RunHistory.open(root, Clock.systemUTC(), "1")) {
            return history.flaky(Arrays.stream(numbers).mapToObj(RunFixture::id).toList());
        }
    }
}
