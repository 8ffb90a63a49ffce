package io.modeltracking.report;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Measures the page of a study of 1,000 trials over six params in a browser; the median of five. */
final class StudyBenchmark {

    private static final int TRIALS = 1_000;
    private static final int PARAMS = 6;
    private static final int TIMES = 5;

    private StudyBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.err;
        Path folder = Files.createTempDirectory("study");
        ReportInput input = study(folder);
        Path report = folder.resolve("report").toAbsolutePath();
        double[] written = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            ReportWriter.write(input, report, EnumSet.of(ReportFormat.HTML));
            written[i] = seconds(start);
        }
        out.printf(
                "%d trials: index.html %.2f s, %,d bytes%n",
                TRIALS, median(written), Files.size(report.resolve("index.html")));
        Optional<Path> chromium = Browser.executable();
        if (chromium.isPresent()) {
            browse(
                    out,
                    chromium.get(),
                    folder,
                    report.resolve("index.html").toUri().toString());
        }
    }

    private static ReportInput study(Path folder) throws Exception {
        MotorProject project = new MotorProject(folder);
        String[] space = new String[PARAMS];
        for (int param = 0; param < PARAMS; param++) {
            space[param] = StudyFixture.range("param_" + param, 0.01, 1, param % 2 == 0);
        }
        StudyFixture study = StudyFixture.of(project, "Motor_2026_Search", StudyFixture.space(space));
        SplittableRandom random = new SplittableRandom(42);
        String winner = null;
        int number = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < TRIALS; trial++) {
            Map<String, Double> params = new LinkedHashMap<>();
            double value = 0.55;
            for (int param = 0; param < PARAMS; param++) {
                double at = 0.01 + 0.99 * random.nextDouble();
                params.put("param_" + param, at);
                value += 0.05 / (1 + param) * (at - 0.5) * (at - 0.5);
            }
            if (trial % 10 < 6) {
                String run = study.accepted(params, value);
                winner = value < best ? run : winner;
                number = value < best ? trial : number;
                best = Math.min(best, value);
            } else if (trial % 10 < 8) {
                study.rejected(params, value - 0.01, 0.05 + 0.1 * random.nextDouble());
            } else {
                study.pruned(params, 5 + random.nextInt(50));
            }
        }
        study.wonBy(number, winner, best);
        return project.input(List.of());
    }

    private static void browse(PrintStream out, Path chromium, Path folder, String page) throws Exception {
        double[] opened = new double[TIMES];
        double[] brushed = new double[TIMES];
        try (Browser browser = Browser.open(chromium, folder.resolve("profile"))) {
            browser.window(1400, 900, false);
            for (int i = 0; i < TIMES; i++) {
                browser.visit(page);
                browser.settle();
                long start = System.nanoTime();
                browser.evaluate("location.hash = '#study'");
                browser.await("document.querySelectorAll('#trials .tabulator-row').length > 5");
                browser.settle();
                opened[i] = seconds(start);
                start = System.nanoTime();
                browser.evaluate(
                        "echarts.getInstanceByDom(document.querySelector('.chart[aria-label^=Parallel]'))"
                                + ".dispatchAction({ type: 'axisAreaSelect', parallelAxisIndex: 1, intervals: [[0.2, 0.4]] }); true");
                browser.await("document.getElementById('trial-count').innerText.includes(' of ')");
                browser.settle();
                brushed[i] = seconds(start);
            }
            out.printf(
                    "  page: study %.2f s, brush %.2f s, complaints %s%n",
                    median(opened), median(brushed), browser.complaints());
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
