package io.modeltracking.registry;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Takes 1,000 runs of 20 params and 20 metrics into an empty history in a JVM of its own, then again with nothing new,
 * and reads them back. Arguments: a folder for the runs, kept when they are there already, and how many. Run it with
 * {@code -Xmx256m}: the heap is part of what is measured. The baseline is the reading of the same journals alone.
 */
final class RecordBenchmark {

    private RecordBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        if (!Files.isDirectory(root.runs())) {
            for (int i = 0; i < runs; i++) {
                write(RunFixture.run(root, i));
            }
            return;
        }
        for (String file : new String[] {"history.db", "history.db-wal", "history.db-shm", "ledger.jsonl"}) {
            Files.deleteIfExists(root.directory().resolve(file));
        }
        PrintStream out = System.out;
        Recorder recorder = new Recorder(root, Clock.systemUTC(), "0.1.0");
        time(out, "record into an empty history", () -> recorder.record(RunFixture.build(root), false));
        time(out, "record again, nothing new", () -> recorder.record(RunFixture.build(root), false));
        time(out, "read this build's runs", () -> {
            try (History history = History.open(root, "0.1.0", false)) {
                new RunFolders(root, Clock.systemUTC())
                        .load(history.store().runs(new RunQuery.OfBuild(RunFixture.BUILD, RunFixture.MODULE)));
            }
        });
        time(
                out,
                "baseline: journals alone",
                () -> new RunFolders(root, Clock.systemUTC()).changed(Map.of(), found -> {}));
        out.printf(
                Locale.ROOT,
                "history.db: %,d bytes%n",
                Files.size(root.directory().resolve("history.db")));
    }

    private static void write(RunFixture run) {
        for (int i = 0; i < 20; i++) {
            run.param("param_" + i, i * 0.1).metric("test.metric_" + i, i * 0.3);
        }
        run.event(new RunEvent.Tag("team", "pricing")).finished();
    }

    private static void time(PrintStream out, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        out.printf(Locale.ROOT, "%-32s %,8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
