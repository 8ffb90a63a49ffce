package io.modeltracking.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.SearchEvent.Trial;
import io.modeltracking.run.SearchEvent.Winner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal holds what was logged, whatever happens to the JVM or to the file. */
class JournalTests {

    private static final Finished END =
            new Finished(Instant.parse("2026-11-23T12:00:05Z"), Status.FINISHED, Verdict.ACCEPTED, null, null);

    @TempDir
    Path base;

    TrackingRoot root;
    Path folder;

    @BeforeEach
    void createRoot() throws IOException {
        root = Runs.root(base);
        folder = root.run(Runs.ID);
    }

    private Journal open() {
        return Journal.open(folder, Runs.started(Runs.ID, "jvm-1.lock"));
    }

    private RunRecord read() {
        return new JournalReader(root).read(folder);
    }

    private void appendRaw(String text) throws IOException {
        Files.writeString(folder.resolve(JournalReader.FILE), text, StandardOpenOption.APPEND);
    }

    @Test
    void whatIsAppendedIsReadBack() {
        try (Journal journal = open()) {
            journal.append(new Param("max_depth", ParamValue.of(5), null));
            journal.append(new Metric("test.rmse", 0.5, null, 1L, "MINIMIZE"));
            journal.append(new Metric("test.rmse", Double.NaN, 1L, 2L, null));
            journal.append(END);
        }

        RunRecord run = read();
        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.params()).containsKey("max_depth");
        assertThat(run.metric("test.rmse@first")).hasValue(0.5);
        assertThat(run.metric("test.rmse")).hasValue(Double.NaN);
        assertThat(run.problems()).isEmpty();
    }

    @Test
    void metricsCanBeLeftOutAndTheRestIsTheSame() throws IOException {
        try (Journal journal = open()) {
            journal.append(new Param("max_depth", ParamValue.of(5), null));
            journal.append(new Metric("test.rmse", 0.5, null, 1L, "MINIMIZE"));
            journal.append(END);
        }
        appendRaw("{\"event\":\"metric\",\"name\":no event\nno event\n");

        RunRecord run = new JournalReader(root).readWithoutMetrics(folder);
        assertThat(run.metrics()).isEmpty();
        assertThat(run.params()).isEqualTo(read().params());
        assertThat(run.status()).isEqualTo(read().status());
        assertThat(run.problems()).hasSize(read().problems().size() - 1);
    }

    @Test
    void aTrialTellsWhatItsSamplerSawAndWhatItCameTo() {
        Trial trial = new Trial(2, "tpe/optuna-5.0", List.of(0, 1));
        Objective objective = new Objective("validation.rmse", "MINIMIZE", 0.5, 0.25, 3, 0.125, "validation.rmse");
        try (Journal journal = open()) {
            journal.append(trial);
            journal.append(objective);
            journal.append(END);
        }

        assertThat(read().search()).isEqualTo(new SearchRecord(trial, objective, null, List.of()));
    }

    @Test
    void aStudyNamesTheTrialsThatItTookOver() {
        Reused reused = new Reused(1, Runs.ID);
        try (Journal journal = open()) {
            journal.append(reused);
            journal.append(new Reused(2, "../../etc"));
            journal.append(END);
        }

        assertThat(read().search().reused()).containsExactly(reused);
        assertThat(read().problems()).containsExactly("line 3 is no event: a reused trial without number or run");
    }

    @Test
    void aWinnerThatIsNoRunIsNamedAndLeftOut() {
        try (Journal journal = open()) {
            journal.append(new Winner(0, "../../etc", 1.0, "best"));
            journal.append(END);
        }

        assertThat(read().search()).isEqualTo(SearchRecord.NONE);
        assertThat(read().problems()).containsExactly("line 2 is no event: a winner without trial or run");
    }

    @Test
    void aRunIsReadableWhileItRuns() throws Exception {
        try (LiveLock live = LiveLock.hold(root, "jvm-1");
                Journal journal = Journal.open(folder, Runs.started(Runs.ID, live.name()))) {
            journal.append(new Metric("loss", 1.0, 0L, 1L, null));
            Thread.sleep(400);

            assertThat(read().status()).isEqualTo(Status.RUNNING);
            assertThat(read().metric("loss")).hasValue(1.0);
        }
    }

    @Test
    void aRunWhoseJvmIsGoneIsInterrupted() {
        open().close();

        assertThat(read().status()).isEqualTo(Status.INTERRUPTED);
        assertThat(read().reason()).isEqualTo("its JVM ended before it did");
    }

    @Test
    void aTornLastLineIsNamedAndLeftOut() throws IOException {
        try (Journal journal = open()) {
            journal.append(new Metric("loss", 1.0, 0L, 1L, null));
        }
        appendRaw("{\"event\":\"metric\",\"na");

        RunRecord run = read();
        assertThat(run.metrics()).hasSize(1);
        assertThat(run.problems()).containsExactly("line 3 is cut off: what came after it was never written");
    }

    @Test
    void aCorruptLineIsNamedAndTheOthersCount() throws IOException {
        open().close();
        appendRaw("\u0000\u0001garbage\n");
        appendRaw("{\"event\":\"metric\",\"name\":\"../../etc\",\"value\":1,\"time\":1}\n");
        appendRaw("{\"event\":\"metric\",\"name\":\"loss\",\"value\":\"much\",\"time\":1}\n");
        appendRaw("{\"event\":\"artifact\",\"name\":\"a.png\",\"size\":1,\"sha256\":\"/etc/passwd\"}\n");
        appendRaw("{\"event\":\"metric\",\"name\":\"loss\",\"value\":0.25,\"time\":1}\n");

        RunRecord run = read();
        assertThat(run.metric("loss")).hasValue(0.25);
        assertThat(run.artifacts()).isEmpty();
        assertThat(run.problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).matches("(?s)line [2-5] is no event: .+"));
    }

    @Test
    void eventsAndFieldsOfALaterVersionAreIgnored() throws IOException {
        open().close();
        appendRaw("{\"event\":\"hologram\",\"x\":1}\n");
        appendRaw("{\"event\":\"metric\",\"name\":\"loss\",\"value\":1,\"time\":1,\"colour\":\"blue\"}\n");

        assertThat(read().problems()).isEmpty();
        assertThat(read().metric("loss")).hasValue(1.0);
    }

    @Test
    void whatIsNoRunIsRefusedWithItsName() throws IOException {
        Files.createDirectories(folder);
        assertThatThrownBy(this::read).isInstanceOf(JournalException.class).hasMessageContaining(Runs.ID);

        Files.writeString(folder.resolve(JournalReader.FILE), "hello\n");
        assertThatThrownBy(this::read).hasMessageContaining("its first line is no event");

        Files.writeString(folder.resolve(JournalReader.FILE), "");
        assertThatThrownBy(this::read).hasMessageContaining("it is empty");

        Files.write(
                folder.resolve(JournalReader.FILE),
                List.of(new String(RunJson.line(Runs.started("0".repeat(32), "x.lock")))));
        assertThatThrownBy(this::read).hasMessageContaining("a run stands in a folder of its id");

        String future = new String(RunJson.line(Runs.started(Runs.ID, "x.lock")))
                .replace("\"schemaVersion\":1", "\"schemaVersion\":99");
        Files.write(folder.resolve(JournalReader.FILE), List.of(future));
        assertThatThrownBy(this::read).hasMessageContaining("schema version 99");
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        int threads = 8;
        int each = 5_000;
        try (Journal journal = open()) {
            CountDownLatch done = new CountDownLatch(threads);
            for (int t = 0; t < threads; t++) {
                String name = "thread." + t;
                new Thread(() -> {
                            for (long step = 0; step < each; step++) {
                                journal.append(new Metric(name, (double) step, step, 1L, null));
                            }
                            done.countDown();
                        })
                        .start();
            }
            done.await();
            journal.append(END);
        }

        RunRecord run = read();
        assertThat(run.metrics()).hasSize(threads * each);
        assertThat(run.problems()).isEmpty();
        for (int t = 0; t < threads; t++) {
            assertThat(run.metric("thread." + t)).hasValue(each - 1.0);
        }
    }

    @Test
    void aFolderIsUsedOnce() {
        open().close();

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(Runs.ID)
                .hasMessageContaining("tracking.root");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(base.resolve("file"), "");
        assertThatThrownBy(() -> Journal.open(base.resolve("file").resolve(Runs.ID), Runs.started(Runs.ID, "x")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("make the folder writable or free some space");
    }
}
