package io.modeltracking.experiment;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a tracked test costs over an empty {@code @Test}, and what it leaves on disk: classes of 10 tests each, in turns in
 * one JVM, medians. Each run is durable: its journal is forced to disk.
 */
public final class ExperimentBenchmark {

    private static final int TESTS = 10;
    private static final int ROUNDS = 100;

    private ExperimentBenchmark() {}

    static void log(Run run) {
        for (int i = 0; i < 20; i++) {
            run.param("param_" + i, 0.1 * i);
            run.metric("test.metric_" + i, 1.0 / (i + 1));
        }
    }

    static class EmptyTestCase {
        @Test
        void t00() {}

        @Test
        void t01() {}

        @Test
        void t02() {}

        @Test
        void t03() {}

        @Test
        void t04() {}

        @Test
        void t05() {}

        @Test
        void t06() {}

        @Test
        void t07() {}

        @Test
        void t08() {}

        @Test
        void t09() {}
    }

    static class EmptyExperimentTestCase {
        @ModelExperiment
        void t00() {}

        @ModelExperiment
        void t01() {}

        @ModelExperiment
        void t02() {}

        @ModelExperiment
        void t03() {}

        @ModelExperiment
        void t04() {}

        @ModelExperiment
        void t05() {}

        @ModelExperiment
        void t06() {}

        @ModelExperiment
        void t07() {}

        @ModelExperiment
        void t08() {}

        @ModelExperiment
        void t09() {}
    }

    static class LoggingTestCase {
        @ModelExperiment
        void t00(Run run) {
            log(run);
        }

        @ModelExperiment
        void t01(Run run) {
            log(run);
        }

        @ModelExperiment
        void t02(Run run) {
            log(run);
        }

        @ModelExperiment
        void t03(Run run) {
            log(run);
        }

        @ModelExperiment
        void t04(Run run) {
            log(run);
        }

        @ModelExperiment
        void t05(Run run) {
            log(run);
        }

        @ModelExperiment
        void t06(Run run) {
            log(run);
        }

        @ModelExperiment
        void t07(Run run) {
            log(run);
        }

        @ModelExperiment
        void t08(Run run) {
            log(run);
        }

        @ModelExperiment
        void t09(Run run) {
            log(run);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Files.createTempDirectory("tracking-benchmark");
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            double[] empty = new double[ROUNDS];
            double[] experiment = new double[ROUNDS];
            double[] logging = new double[ROUNDS];
            for (int round = -5; round < ROUNDS; round++) {
                double[] millis = {
                    perTest(EmptyTestCase.class, root.resolve("empty")),
                    perTest(EmptyExperimentTestCase.class, root.resolve("experiment")),
                    perTest(LoggingTestCase.class, root.resolve("logging"))
                };
                if (round >= 0) {
                    empty[round] = millis[0];
                    experiment[round] = millis[1];
                    logging[round] = millis[2];
                }
            }
            double base = median(empty);
            report(out, "empty @Test", base, 0);
            report(out, "empty @ModelExperiment", median(experiment), base);
            report(out, "20 params, 20 metrics", median(logging), base);
            out.printf(
                    Locale.ROOT, "content of 1,000 runs      %8.2f MB%n", bytesPerRun(root.resolve("logging")) / 1e3);
        } finally {
            System.setOut(out);
            delete(root);
        }
    }

    private static void report(PrintStream out, String what, double millis, double base) {
        out.printf(Locale.ROOT, "%-24s %8.3f ms a test, %+8.3f ms over an empty @Test%n", what, millis, millis - base);
    }

    private static double perTest(Class<?> testClass, Path root) {
        Launcher launcher = LauncherFactory.create();
        long start = System.nanoTime();
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .configurationParameter("tracking.root", root.toString())
                .configurationParameter("tracking.autolog", "off")
                .build());
        return (System.nanoTime() - start) / 1e6 / TESTS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double bytesPerRun(Path root) throws IOException {
        long runs;
        long bytes = 0;
        Path tracking = root.resolve(".tracking");
        try (Stream<Path> folders = Files.list(tracking.resolve("runs"))) {
            runs = folders.count();
        }
        try (Stream<Path> files = Files.walk(tracking)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
        }
        return (double) bytes / runs;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
