package io.modeltracking.registry;

import io.modeltracking.run.RunEvent;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.Servers;
import io.modeltracking.store.shared.SharedSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs into a real PostgreSQL and a real S3 server on this machine: 1,000 of one build, and eight jobs of 100 at once. The baseline is
 * the same 1,000 runs into the folder's own index.
 */
final class SharedStoreBenchmark {

    private SharedStoreBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]).toAbsolutePath(), "shared");
        PrintStream out = System.out;
        Servers.postgres();
        Servers.s3();
        Machine warm = new Machine(folder.resolve("warm"), Servers.fresh());
        runs(warm, 0, 50);
        warm.record(RunFixture.build(warm.root()));

        SharedSettings settings = Servers.fresh();
        Machine one = new Machine(folder.resolve("one"), settings);
        runs(one, 0, 1000);
        time(out, "record 1,000 runs, PostgreSQL + S3", () -> one.record(RunFixture.build(one.root())));
        time(out, "record again, nothing new", () -> one.record(RunFixture.build(one.root())));
        Machine other = new Machine(folder.resolve("other"), settings);
        List<String> ids = one.here();
        time(
                out,
                "another machine fetches the 1,000",
                () -> other.goal(ledger -> {
                    ledger.link().need().needWhole(ids);
                    return null;
                }));
        Machine alone = new Machine(folder.resolve("alone"), settings);
        runs(alone, 0, 1000);
        time(
                out,
                "baseline: the folder's own index",
                () -> new Recorder(alone.root(), Clock.systemUTC(), "0.1.0")
                        .record(RunFixture.build(alone.root()), false));
        jobs(out, folder);
        System.exit(0);
    }

    private static void jobs(PrintStream out, Path folder) throws Exception {
        SharedSettings settings = Servers.fresh();
        List<Callable<Recorded>> jobs = new ArrayList<>();
        for (int job = 0; job < 8; job++) {
            Machine machine = new Machine(folder.resolve("job" + job), settings);
            runs(machine, job * 100, 100);
            jobs.add(machine::record);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        time(out, "8 jobs of 100 runs at once", () -> {
            try {
                for (Future<Recorded> job : threads.invokeAll(jobs)) {
                    job.get();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Machine reader = new Machine(folder.resolve("reader"), settings);
        int known = reader.goal(ledger -> {
            try (HistoryStore index = ledger.link().need().index()) {
                return index.runs(new RunQuery.All()).size();
            }
        });
        out.printf(
                Locale.ROOT,
                "%d of 800 runs, %d events in one chain%n",
                known,
                reader.events().size());
        threads.shutdownNow();
    }

    private static void runs(Machine machine, int first, int count) throws IOException {
        for (int i = first; i < first + count; i++) {
            RunFixture run = machine.run(i);
            for (int k = 0; k < 20; k++) {
                run.param("param_" + k, k * 0.1).metric("test.metric_" + k, k * 0.3);
            }
            run.event(new RunEvent.Tag("team", "pricing")).finished();
        }
    }

    private static void time(PrintStream out, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        out.printf(Locale.ROOT, "%-36s %,8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
