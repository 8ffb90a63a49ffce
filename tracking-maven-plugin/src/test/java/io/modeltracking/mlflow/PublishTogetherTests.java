package io.modeltracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.Servers;
import io.modeltracking.store.SharedLock;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that share a store publish what one of them has made. */
class PublishTogetherTests {

    @TempDir
    static Path base;

    private static MlflowProcess mlflow;
    private static MotorHistory history;
    private static SharedSettings settings;

    @BeforeAll
    static void share() throws Exception {
        mlflow = MlflowProcess.get();
        history = new MotorHistory(base.resolve("ada"), "Together").writtenInFolders();
        settings = Servers.fresh();
        try (SharedStore store = open(history.root());
                History here = History.open(history.root(), "0.1.0", false)) {
            SharedStore.Pushed pushed = store.push(here.store());
            assertThat(pushed.problems()).isEmpty();
            assertThat(pushed.sent()).isEqualTo(5);
        }
    }

    private static SharedStore open(TrackingRoot root) {
        return SharedStore.open(settings, root, Clock.systemUTC(), "0.1.0");
    }

    private static TrackingRoot machine(String name) throws Exception {
        Path folder = Files.createDirectories(base.resolve(name));
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        root.create();
        return root;
    }

    /** As the goal does: one job at a time. */
    private static Published publish(TrackingRoot root) {
        try (SharedStore store = open(root);
                SharedLock lock = store.database()
                        .lock("publish to " + mlflow.uri(), Duration.ofMinutes(1), () -> {})
                        .orElseThrow();
                HistoryStore index = store.index()) {
            return new Publisher(root, store, mlflow.server())
                    .publish(index.runs(new RunQuery.All()), history.registry());
        }
    }

    @Test
    void jobsAtOnceSendEachRunOnceAndFetchWhatTheyNeedAlone() throws Exception {
        List<TrackingRoot> machines = List.of(machine("ben"), machine("eve"), machine("joe"));
        List<CompletableFuture<Published>> jobs = machines.stream()
                .map(root -> CompletableFuture.supplyAsync(() -> publish(root)))
                .toList();
        List<Published> results = jobs.stream().map(CompletableFuture::join).toList();

        assertThat(results.stream().flatMap(result -> result.problems().stream()))
                .allMatch(problem -> problem.contains("that MLflow does not take as they are"));
        assertThat(results.stream().map(Published::added)).containsExactlyInAnyOrder(5, 0, 0);
        assertThat(results.stream().map(Published::versions)).containsExactlyInAnyOrder(1, 0, 0);
        MlflowApi api = new MlflowApi(new MlflowHttp(mlflow.server()));
        assertThat(api.runs(api.experiment(history.experiment()).orElseThrow(), ""))
                .hasSize(5);
        for (int job = 0; job < machines.size(); job++) {
            try (Stream<Path> runs = Files.list(machines.get(job).runs())) {
                if (results.get(job).added() == 0) {
                    // The version's: whatever else is on the server is told by its hash.
                    assertThat(runs.map(run -> run.getFileName().toString())).containsExactly(MotorHistory.WINNER);
                } else {
                    assertThat(runs).hasSize(5);
                }
            }
        }
    }

    @Test
    void aRunWhoseJournalAloneIsHereIsSentWithItsFiles() throws Exception {
        MotorHistory other = new MotorHistory(base.resolve("may"), "Journals").writtenInFolders();
        SharedSettings own = Servers.fresh();
        try (SharedStore store = SharedStore.open(own, other.root(), Clock.systemUTC(), "0.1.0");
                History here = History.open(other.root(), "0.1.0", false)) {
            store.push(here.store());
        }
        TrackingRoot root = machine("max");
        try (SharedStore store = SharedStore.open(own, root, Clock.systemUTC(), "0.1.0");
                HistoryStore index = store.index()) {
            store.need(List.of(MotorHistory.WINNER, MotorHistory.AWKWARD));
            Published published = new Publisher(root, store, mlflow.server())
                    .publish(index.runs(new RunQuery.All()), other.registry());
            assertThat(published.added()).isEqualTo(5);
            assertThat(published.versions()).isEqualTo(1);
            assertThat(published.problems()).noneMatch(problem -> problem.contains("left out"));
        }
    }

    @Test
    void aFileThatTheBucketHasLostIsNamedAndTheRestIsSent() throws Exception {
        MotorHistory lost = new MotorHistory(base.resolve("amy"), "Lost").writtenInFolders();
        Path bucket = Files.createDirectories(base.resolve("bucket"));
        SharedSettings other = SharedSettings.of(
                Servers.freshSchema(),
                Servers.owner(),
                bucket.toUri().toString(),
                new SharedSettings.Bucket(null, null, false, null));
        TrackingRoot root = machine("tim");
        try (SharedStore store = SharedStore.open(other, lost.root(), Clock.systemUTC(), "0.1.0");
                History here = History.open(lost.root(), "0.1.0", false)) {
            store.push(here.store());
        }
        Files.delete(bucket.resolve("runs/" + MotorHistory.AWKWARD + "/artifacts/charts/lift 100 %.txt"));
        try (SharedStore store = SharedStore.open(other, root, Clock.systemUTC(), "0.1.0");
                HistoryStore index = store.index()) {
            Published published = new Publisher(root, store, mlflow.server())
                    .publish(index.runs(new RunQuery.All()), lost.registry());
            assertThat(published.added()).isEqualTo(5);
            assertThat(published.versions()).isEqualTo(1);
            assertThat(published.problems()).anyMatch(problem -> problem.contains("lift 100 %.txt"));
        }
    }
}
