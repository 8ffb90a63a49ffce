package io.modeltracking.maven;

import io.modeltracking.gate.Gate;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorded;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code record} and {@code report} do, as one whole process: 1,000 runs of 20 params and 20 metrics into an empty
 * history, then gates and all formats of the report. Arguments: a folder for the runs, and how many. A process that finds
 * no runs there only makes them; the next one measures. Run that with {@code -Xmx256m}: the heap is part of what is
 * measured. The baseline is the reading of the same journals alone, in the same JVM, which is warm by then.
 */
final class GoalsBenchmark {

    private GoalsBenchmark() {}

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
        measure(System.err, root, folder.resolve("report"));
    }

    private static void measure(PrintStream out, TrackingRoot root, Path directory) throws IOException {
        BuildFacts build = RunFixture.build(root);
        BuildRuns history = new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0");
        List<Gate> gates = List.of(Gate.of("Motor_*", "test.metric_3", null, null, "1"));
        Recorded recorded = time(out, "record", () -> history.record(build, false));
        ModuleReport report =
                time(out, "gates evaluated", () -> ModuleReport.of(history, build, gates, Optional.empty()));
        List<Path> files = time(
                out,
                "report written",
                () -> report.write("Pricing", directory, EnumSet.allOf(ReportFormat.class), ListingRequest.ALL));
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        print(out, "the whole process so far", sinceStart);
        out.printf(
                Locale.ROOT,
                "%,d runs recorded, %,d reported; heap limit %d MB; %s%n",
                recorded.added(),
                report.runs().size(),
                Runtime.getRuntime().maxMemory() >> 20,
                peakMemory());
        for (Path file : files) {
            out.printf(Locale.ROOT, "  %-12s %,11d bytes%n", file.getFileName(), Files.size(file));
        }
        time(
                out,
                "baseline: journals read alone",
                () -> new RunFolders(root, Clock.systemUTC()).changed(Map.of(), found -> {}));
    }

    private static void write(RunFixture run) {
        for (int i = 0; i < 20; i++) {
            run.param("param_" + i, i * 0.1).metric("test.metric_" + i, i * 0.3);
        }
        run.finished();
    }

    private static <T> T time(PrintStream out, String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        print(out, what, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private static void print(PrintStream out, String what, double milliseconds) {
        out.printf(Locale.ROOT, "%-32s %,8.0f ms%n", what, milliseconds);
    }

    /** The most that the process ever had resident, where the system tells. */
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "resident memory unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> "resident at most " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("resident memory unknown");
    }
}
