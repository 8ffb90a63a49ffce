package io.modeltracking.report;

import io.modeltracking.run.Origin;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Measures reports of many runs, and their page in a browser. Arguments: a folder, then numbers of runs. Run it with a
 * bounded heap: {@code java -Xmx256m -cp … io.modeltracking.report.ReportBenchmark target/benchmark 1000 10000}.
 */
final class ReportBenchmark {

    private static final int COLUMNS = 20;

    private ReportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.err;
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        for (int i = 1; i < arguments.length; i++) {
            int count = Integer.parseInt(arguments[i]);
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "runs");
            long start = System.nanoTime();
            ReportInput input = runs(folder, count);
            out.printf("%d runs x %d columns: written and read %.2f s%n", count, 2 * COLUMNS, seconds(start));
            Path report = folder.resolve("target/tracking/report").toAbsolutePath();
            for (ReportFormat format : ReportFormat.values()) {
                start = System.nanoTime();
                long busy = cpu.getCurrentThreadCpuTime();
                ReportWriter.write(input, report, EnumSet.of(format));
                out.printf(
                        "  %-12s %.2f s, %.2f s of it on the CPU, %,d bytes%n",
                        format.fileName(),
                        seconds(start),
                        (cpu.getCurrentThreadCpuTime() - busy) / 1e9,
                        Files.size(report.resolve(format.fileName())));
            }
            Runtime runtime = Runtime.getRuntime();
            out.printf(
                    "  heap in use %d MB of %d MB%n",
                    runtime.totalMemory() - runtime.freeMemory() >> 20, runtime.maxMemory() >> 20);
            Optional<Path> chromium = Browser.executable();
            if (chromium.isPresent()) {
                browse(
                        out,
                        chromium.get(),
                        folder,
                        report.resolve("index.html").toUri().toString(),
                        input.runs());
            }
        }
    }

    private static ReportInput runs(Path folder, int count) throws Exception {
        MotorProject project = new MotorProject(folder);
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < count; i++) {
            MotorRun run = project.run("Motor_2026_Search");
            for (int column = 0; column < COLUMNS; column++) {
                run.param(
                        "param_" + column,
                        column % 4 == 0 ? (Object) random.nextInt(10) : random.nextDouble(),
                        Origin.SEARCH);
                run.metric("validation.metric_" + column, random.nextDouble());
            }
            project.add(
                    i % 5 == 4
                            ? run.reject("gap <= 5 %", 0.06, 0.05, "gap 6.0 % > 5 %")
                            : run.accept("gap <= 5 %", "gap", 0.04, null, 0.05));
        }
        String first = project.runs().get(0).record().id();
        return project.input(List.of(new GateLine(
                "Metric", "validation.metric_0 <= 1", "*", "validation.metric_0", 0.5, null, 1.0, true, null, first)));
    }

    private static void browse(PrintStream out, Path chromium, Path folder, String page, List<ReportRun> runs)
            throws Exception {
        try (Browser browser = Browser.open(chromium, folder.resolve("profile"))) {
            browser.window(1400, 900, false);
            long start = System.nanoTime();
            browser.visit(page);
            out.printf("  page: overview %.2f s", seconds(start));
            start = System.nanoTime();
            browser.evaluate("location.hash = '#runs'");
            browser.await("document.querySelectorAll('.tabulator-row').length > 5");
            browser.settle();
            out.printf(", table %.2f s", seconds(start));
            start = System.nanoTime();
            browser.evaluate(
                    "const box = document.getElementById('find'); box.value = 'metrics.validation.metric_3 < 0.1 and outcome = ACCEPTED';"
                            + " box.dispatchEvent(new Event('input'))");
            browser.await("document.getElementById('count').innerText.includes(' of ')");
            out.printf(", filter %.2f s", seconds(start));
            start = System.nanoTime();
            browser.evaluate("document.querySelectorAll('.tabulator-col-title')[7].click()");
            browser.settle();
            out.printf(", sort %.2f s", seconds(start));
            start = System.nanoTime();
            browser.evaluate("location.hash = '#run/"
                    + runs.get(runs.size() - 1).record().id() + "'");
            browser.await("document.getElementById('main').dataset.page === 'run'");
            browser.settle();
            out.printf(", run %.2f s", seconds(start));
            out.printf(
                    ", script heap %d MB, complaints %s%n",
                    browser.evaluate("performance.memory.usedJSHeapSize").asLong() >> 20, browser.complaints());
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
