package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.BUILD;
import static io.modeltracking.store.RunFixture.MODULE;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.LiveLock;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTests {

    @TempDir
    Path base;

    private TrackingRoot root;
    private Recorder recorder;
    private BuildFacts build;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
        recorder = new Recorder(root, Clock.systemUTC(), "0.1.0");
        build = RunFixture.build(root);
    }

    @Test
    void takesNewRunsOnce() {
        run(root, 1).finished();
        run(root, 2).outsideBuild().finished();
        assertThat(recorder.record(build, false)).isEqualTo(new Recorded(2, 0, 1, 0, null, List.of()));
        assertThat(recorder.record(build, false)).isEqualTo(new Recorded(0, 0, 0, 0, null, List.of()));
        assertThat(entries()).extracting(RunEntry::build).containsExactlyInAnyOrder(BUILD, null);
    }

    @Test
    void listsEndedRunsInOneLedgerEventWithTheHashOfTheirJournals() throws IOException {
        run(root, 1).finished();
        run(root, 2).outsideBuild().finished();
        recorder.record(build, false);
        recorder.record(build, false);

        LedgerEvent event = only(events());
        assertThat(event.type()).isEqualTo("RUN_RECORDED");
        assertThat(event.body().path("build").asText()).isEqualTo(BUILD);
        assertThat(event.body().path("module").asText()).isEqualTo(MODULE);
        assertThat(event.body().path("ci").path("branch").asText()).isEqualTo("main");
        List<JsonNode> runs = new ArrayList<>();
        event.body().path("runs").forEach(runs::add);
        assertThat(runs).hasSize(2);
        JsonNode own = runs.stream()
                .filter(node -> node.path("run").asText().equals(id(1)))
                .findFirst()
                .orElseThrow();
        Path journal = root.run(id(1)).resolve("run.jsonl");
        assertThat(own.path("journal").asText()).isEqualTo("sha256:" + Sha256.of(journal));
        assertThat(own.path("bytes").asText()).isEqualTo(Long.toString(Files.size(journal)));
        assertThat(own.path("status").asText()).isEqualTo("finished");
        assertThat(runs)
                .filteredOn(node -> !node.has("build"))
                .singleElement()
                .satisfies(node -> assertThat(node.path("run").asText()).isEqualTo(id(2)));
    }

    @Test
    void takesARunningRunAndRefreshesItWhenItHasEnded() throws IOException {
        try (LiveLock jvm = LiveLock.hold(root(), "jvm-1")) {
            run(root, 1).live(jvm.name()).metric("rmse", 1).unfinished();
            recorder.record(build, false);
            assertThat(only(entries()).status().name()).isEqualTo("RUNNING");
            assertThat(events()).isEmpty();
        }
        assertThat(recorder.record(build, false).refreshed()).isEqualTo(1);
        assertThat(only(entries()).status().name()).isEqualTo("INTERRUPTED");
        assertThat(events()).hasSize(1);

        append(id(1), "{\"event\":\"tag\",\"name\":\"later\",\"value\":\"yes\"}");
        assertThat(recorder.record(build, false).refreshed()).isEqualTo(1);
        assertThat(events()).as("a run is listed once").hasSize(1);
    }

    @Test
    void rebuildsAMissingIndexFromTheRunsAndTheLedger() throws IOException {
        run(root, 1).finished();
        recorder.record(build, false);
        Files.delete(root.directory().resolve("history.db"));
        run(root, 2).finished();

        Recorded again = recorder.record(null, false);
        assertThat(again.rebuilt()).isEqualTo("history.db rebuilt from 2 run(s): it was missing");
        assertThat(events()).hasSize(2);
        assertThat(RunRecorded.runs(events().get(1))).containsExactly(id(2));
        assertThat(recorder.record(null, false)).isEqualTo(new Recorded(0, 0, 0, 0, null, List.of()));
    }

    @Test
    void rebuildsADamagedIndexAndSaysWhereTheOldOneIs() throws IOException {
        run(root, 1).finished();
        recorder.record(build, false);
        Files.writeString(root.directory().resolve("history.db"), "garbage ".repeat(1000));
        assertThat(recorder.record(build, false).rebuilt())
                .contains("rebuilt from 1 run(s)")
                .contains("history.db.damaged-1");
        assertThat(entries()).hasSize(1);
        assertThat(events()).hasSize(1);
    }

    @Test
    void rebuildsOnRequest() {
        run(root, 1).finished();
        recorder.record(build, false);
        assertThat(recorder.record(build, true).rebuilt()).isEqualTo("history.db rebuilt from 1 run(s): asked for");
        assertThat(events()).hasSize(1);
    }

    @Test
    void saysNothingOfRebuildingTheFirstTime() {
        run(root, 1).finished();
        assertThat(recorder.record(build, false).rebuilt()).isNull();
    }

    @Test
    void losesNothingWhenTwoProcessesRecordAtOnce() throws Exception {
        for (int i = 0; i < 300; i++) {
            run(root, i).metric("rmse", i).finished();
        }
        List<Process> processes = List.of(start(), start());
        for (Process process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(new String(process.getInputStream().readAllBytes()))
                    .isZero();
        }
        assertThat(entries()).hasSize(300);
        List<String> listed = events().stream()
                .flatMap(event -> RunRecorded.runs(event).stream())
                .toList();
        assertThat(listed).hasSize(300).doesNotHaveDuplicates();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecorderProcess.class.getName(),
                        root.base().toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Another build. */
    public static final class RecorderProcess {

        private RecorderProcess() {}

        public static void main(String[] arguments) {
            TrackingRoot root = TrackingRoot.find(Path.of(arguments[0]), arguments[0]);
            new Recorder(root, Clock.systemUTC(), "0.1.0").record(RunFixture.build(root), false);
        }
    }

    private TrackingRoot root() throws IOException {
        root.create();
        return root;
    }

    private List<RunEntry> entries() {
        try (History history = History.open(root, "0.1.0", false)) {
            return history.store().runs(new RunQuery.All());
        }
    }

    private List<LedgerEvent> events() {
        return new Ledger(root, Clock.systemUTC()).events();
    }

    private void append(String run, String line) throws IOException {
        Files.writeString(root.run(run).resolve("run.jsonl"), line + "\n", StandardOpenOption.APPEND);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
