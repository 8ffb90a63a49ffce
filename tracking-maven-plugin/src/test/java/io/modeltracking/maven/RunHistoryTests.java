package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.build;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTests {

    /** The id of this one begins with four zeros, as that of 0 does. */
    private static final int TWIN = 112_044;

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void find() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void findsARunByTheBeginningOfItsId() {
        run(root, 1).metric("rmse", 0.5).finished();
        try (RunHistory history = open()) {
            assertThat(history.run(" " + id(1).substring(0, 6).toUpperCase(Locale.ROOT))
                            .id())
                    .isEqualTo(id(1));
            assertThat(history.run(id(1)).metric("rmse")).contains(0.5);
        }
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousPrefix() throws IOException {
        run(root, 0).finished();
        run(root, TWIN).experiment("Other").finished();
        String prefix = id(0).substring(0, 4);
        assertThat(id(TWIN)).as("another run whose id begins like that").startsWith(prefix);
        try (RunHistory history = open()) {
            assertThatThrownBy(() -> history.run(prefix))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageStartingWith("The ids of 2 runs begin with " + prefix + ": give more digits")
                    .hasMessageContaining("\n- " + id(0) + " (Motor_2026_Frequency, FINISHED)")
                    .hasMessageContaining("\n- " + id(TWIN) + " (Other, FINISHED)");
        }
    }

    @Test
    void findsTheRunsThatMadeAFile() {
        String model = "a".repeat(64);
        String chart = "b".repeat(64);
        run(root, 1)
                .event(new RunEvent.Artifact("model.ubj", null, 3, model, null))
                .event(new RunEvent.Model("model", "model.ubj", "xgboost-ubj", 3, model, null, null, null))
                .event(new RunEvent.Artifact("lift.png", null, 3, chart, null))
                .finished();
        run(root, 2)
                .startedAt(START.plusSeconds(1))
                .event(new RunEvent.Artifact("same.ubj", null, 3, model, null))
                .finished();
        try (RunHistory history = open()) {
            assertThat(history.ofFile(model)).extracting(RunEntry::id).containsExactly(id(1), id(2));
            assertThat(history.ofFile(chart)).extracting(RunEntry::id).containsExactly(id(1));
            assertThat(history.ofFile("c".repeat(64))).isEmpty();
        }
    }

    @Test
    void saysHowRunsAreNamed() {
        run(root, 1).finished();
        try (RunHistory history = open()) {
            assertThatThrownBy(() -> history.run("xyz")).hasMessageContaining("4 to 32 hex digits");
            assertThatThrownBy(() -> history.run(null)).hasMessageContaining("mvn tracking:runs");
            assertThatThrownBy(() -> history.run("ffffffff"))
                    .hasMessageContaining("No run's id begins with ffffffff")
                    .hasMessageContaining("mvn tracking:runs");
        }
    }

    @Test
    void makesNoHistoryWhereThereIsNone() {
        assertThatThrownBy(this::open)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("There is no history in")
                .hasMessageContaining("mvn verify");
        assertThat(root.directory()).doesNotExist();
    }

    @Test
    void findsRunsSinceTheLastBuildAndTellsTheLedgerNothing() {
        run(root, 1).finished();
        new Recorder(root, Clock.systemUTC(), "1").record(build(root), false);
        run(root, 2).outsideBuild().finished();
        try (RunHistory history = open()) {
            assertThat(history.run(id(2)).id()).isEqualTo(id(2));
        }
        assertThat(new Ledger(root, Clock.systemUTC()).events()).hasSize(1);
    }

    @Test
    void listsNoRunInTheLedgerTwiceWhenItHasMadeTheIndexAnew() throws IOException {
        run(root, 1).finished();
        new Recorder(root, Clock.systemUTC(), "1").record(build(root), false);
        Files.delete(root.directory().resolve(History.FILE));
        try (RunHistory history = open()) {
            assertThat(history.store().unlisted()).isEmpty();
            assertThat(history.run(id(1)).id()).isEqualTo(id(1));
        }
        new Recorder(root, Clock.systemUTC(), "1").record(build(root), false);
        assertThat(new Ledger(root, Clock.systemUTC()).events()).hasSize(1);
    }

    private RunHistory open() {
        return RunHistory.open(root, Clock.systemUTC(), "1");
    }
}
