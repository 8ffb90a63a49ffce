package io.modeltracking.autolog;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * What autologging costs: 100 rounds on 50,000 rows × 10 columns with two watches, with a run bound and muted, in turns
 * in one JVM; and how long the woven code itself takes, by the clock around it.
 *
 * <p>With one thread all work is the caller's, and its CPU time is measured, which other load on the machine does not
 * change; with more threads it is the wall clock's.
 *
 * <p>Arguments: pairs of trainings (15), threads (1). Not a JMH benchmark, whose forks would each weave
 * anew and could not take turns.
 */
public final class AutologBenchmark {

    private AutologBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        long install = System.nanoTime();
        Autolog.State state = Autolog.ensureInstalled();
        System.out.printf(Locale.ROOT, "%s in %.0f ms%n", state, (System.nanoTime() - install) / 1e6);
        DMatrix train = Matrices.counts(50_000, 10, 1);
        DMatrix test = Matrices.counts(10_000, 10, 2);
        double[] off = new double[pairs];
        double[] on = new double[pairs];
        double[] end = new double[pairs];
        for (int i = -2; i < pairs; i++) {
            boolean offFirst = i % 2 == 0;
            double first = offFirst ? muted(train, test, threads) : logged(train, test, threads);
            double second = offFirst ? logged(train, test, threads) : muted(train, test, threads);
            if (i >= 0) {
                off[i] = offFirst ? first : second;
                on[i] = offFirst ? second : first;
                end[i] = endOnly(train, test, threads);
            }
        }
        double[] ratio = new double[pairs];
        Arrays.setAll(ratio, i -> on[i] / off[i]);
        System.out.printf(
                Locale.ROOT,
                "off %.1f ms, on %.1f ms, median of ratios %.4f; the end of a training alone %.2f ms = %.2f %%%n",
                median(off),
                median(on),
                median(ratio),
                median(end),
                100 * median(end) / median(off));
    }

    private static Map<String, Object> params(int threads) {
        return Matrices.params("objective", "count:poisson", "max_depth", 6, "nthread", threads, "seed", 1);
    }

    private static double train(DMatrix train, DMatrix test, int threads) throws Exception {
        double start = millis(threads);
        XGBoost.train(train, params(threads), 100, Matrices.watches("train", train, "test", test), null, null)
                .dispose();
        return millis(threads) - start;
    }

    private static double muted(DMatrix train, DMatrix test, int threads) throws Exception {
        try (Binding binding = Autolog.mute()) {
            return train(train, test, threads);
        }
    }

    private static double logged(DMatrix train, DMatrix test, int threads) throws Exception {
        // As a trial, which keeps rows to explain it by should it win.
        RecordingSink run = new RecordingSink() {
            @Override
            public OptionalInt explanationSeed() {
                return OptionalInt.of(1);
            }
        };
        try (Binding binding = Autolog.bind(run)) {
            return train(train, test, threads);
        } finally {
            run.open = false;
            if (run.metrics.size() != 2 || run.models.size() != 1 || !run.warnings.isEmpty()) {
                throw new IllegalStateException("Not logged: " + run.metrics.keySet() + run.warnings);
            }
        }
    }

    /** The model's bytes, what is read from them, and the importances: what is done once, after the last round. */
    private static double endOnly(DMatrix train, DMatrix test, int threads) throws Exception {
        try (Binding binding = Autolog.mute()) {
            Object booster = XGBoost.train(
                    train, params(threads), 100, Matrices.watches("train", train, "test", test), null, null);
            double start = millis(threads);
            BoosterModel model = BoosterModel.read(XGBoostAccess.model(booster));
            int size = Importance.json(Importance.of(model)).length
                    + EffectiveParams.of(model, null).size();
            double time = millis(threads) - start;
            XGBoostAccess.dispose(booster);
            return size > 0 ? time : Double.NaN;
        }
    }

    private static double millis(int threads) {
        return (threads == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime()) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
