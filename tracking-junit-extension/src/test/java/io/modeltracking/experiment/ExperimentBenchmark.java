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
 * What a tracked test costs over an empty {@code @Test}, and what it leaves on disk: classes of 40 tests each, in turns in
 * one JVM, medians. Each run is durable: its journal is forced to disk.
 */
public final class ExperimentBenchmark {

    private static final int TESTS = 40;
    private static final int ROUNDS = 25;

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

        @Test
        void t10() {}

        @Test
        void t11() {}

        @Test
        void t12() {}

        @Test
        void t13() {}

        @Test
        void t14() {}

        @Test
        void t15() {}

        @Test
        void t16() {}

        @Test
        void t17() {}

        @Test
        void t18() {}

        @Test
        void t19() {}

        @Test
        void t20() {}

        @Test
        void t21() {}

        @Test
        void t22() {}

        @Test
        void t23() {}

        @Test
        void t24() {}

        @Test
        void t25() {}

        @Test
        void t26() {}

        @Test
        void t27() {}

        @Test
        void t28() {}

        @Test
        void t29() {}

        @Test
        void t30() {}

        @Test
        void t31() {}

        @Test
        void t32() {}

        @Test
        void t33() {}

        @Test
        void t34() {}

        @Test
        void t35() {}

        @Test
        void t36() {}

        @Test
        void t37() {}

        @Test
        void t38() {}

        @Test
        void t39() {}
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

        @ModelExperiment
        void t10() {}

        @ModelExperiment
        void t11() {}

        @ModelExperiment
        void t12() {}

        @ModelExperiment
        void t13() {}

        @ModelExperiment
        void t14() {}

        @ModelExperiment
        void t15() {}

        @ModelExperiment
        void t16() {}

        @ModelExperiment
        void t17() {}

        @ModelExperiment
        void t18() {}

        @ModelExperiment
        void t19() {}

        @ModelExperiment
        void t20() {}

        @ModelExperiment
        void t21() {}

        @ModelExperiment
        void t22() {}

        @ModelExperiment
        void t23() {}

        @ModelExperiment
        void t24() {}

        @ModelExperiment
        void t25() {}

        @ModelExperiment
        void t26() {}

        @ModelExperiment
        void t27() {}

        @ModelExperiment
        void t28() {}

        @ModelExperiment
        void t29() {}

        @ModelExperiment
        void t30() {}

        @ModelExperiment
        void t31() {}

        @ModelExperiment
        void t32() {}

        @ModelExperiment
        void t33() {}

        @ModelExperiment
        void t34() {}

        @ModelExperiment
        void t35() {}

        @ModelExperiment
        void t36() {}

        @ModelExperiment
        void t37() {}

        @ModelExperiment
        void t38() {}

        @ModelExperiment
        void t39() {}
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

        @ModelExperiment
        void t10(Run run) {
            log(run);
        }

        @ModelExperiment
        void t11(Run run) {
            log(run);
        }

        @ModelExperiment
        void t12(Run run) {
            log(run);
        }

        @ModelExperiment
        void t13(Run run) {
            log(run);
        }

        @ModelExperiment
        void t14(Run run) {
            log(run);
        }

        @ModelExperiment
        void t15(Run run) {
            log(run);
        }

        @ModelExperiment
        void t16(Run run) {
            log(run);
        }

        @ModelExperiment
        void t17(Run run) {
            log(run);
        }

        @ModelExperiment
        void t18(Run run) {
            log(run);
        }

        @ModelExperiment
        void t19(Run run) {
            log(run);
        }

        @ModelExperiment
        void t20(Run run) {
            log(run);
        }

        @ModelExperiment
        void t21(Run run) {
            log(run);
        }

        @ModelExperiment
        void t22(Run run) {
            log(run);
        }

        @ModelExperiment
        void t23(Run run) {
            log(run);
        }

        @ModelExperiment
        void t24(Run run) {
            log(run);
        }

        @ModelExperiment
        void t25(Run run) {
            log(run);
        }

        @ModelExperiment
        void t26(Run run) {
            log(run);
        }

        @ModelExperiment
        void t27(Run run) {
            log(run);
        }

        @ModelExperiment
        void t28(Run run) {
            log(run);
        }

        @ModelExperiment
        void t29(Run run) {
            log(run);
        }

        @ModelExperiment
        void t30(Run run) {
            log(run);
        }

        @ModelExperiment
        void t31(Run run) {
            log(run);
        }

        @ModelExperiment
        void t32(Run run) {
            log(run);
        }

        @ModelExperiment
        void t33(Run run) {
            log(run);
        }

        @ModelExperiment
        void t34(Run run) {
            log(run);
        }

        @ModelExperiment
        void t35(Run run) {
            log(run);
        }

        @ModelExperiment
        void t36(Run run) {
            log(run);
        }

        @ModelExperiment
        void t37(Run run) {
            log(run);
        }

        @ModelExperiment
        void t38(Run run) {
            log(run);
        }

        @ModelExperiment
        void t39(Run run) {
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
