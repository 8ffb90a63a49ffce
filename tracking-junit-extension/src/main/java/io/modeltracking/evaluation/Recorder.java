package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Collects an evaluation's metrics in order; one that is undefined is kept with its reason. */
final class Recorder {

    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, String> undefined = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final String suffix;
    private final Predicate<String> wanted;

    /** @param wanted names, without the cap, of what is collected; the rest is not computed */
    Recorder(Evaluation evaluation, Predicate<String> wanted) {
        this.wanted = wanted;
        this.suffix = suffix(evaluation);
    }

    /** What a cap adds to each name. */
    static String suffix(Evaluation evaluation) {
        return evaluation.cap().isPresent()
                ? ".capped_" + number(evaluation.cap().getAsDouble())
                : "";
    }

    void metric(String name, DoubleSupplier value) {
        if (!wanted.test(name)) {
            return;
        }
        try {
            metrics.put(name + suffix, value.getAsDouble());
        } catch (UndefinedMetricException e) {
            undefined.put(name + suffix, e.getMessage());
        }
    }

    /** Whether the metric exists. */
    boolean has(String name) {
        return metrics.containsKey(name + suffix);
    }

    /** Several metrics of one value; when it does not exist, each has the reason. */
    @SafeVarargs
    final <T> void metrics(Supplier<T> source, Named<T>... metrics) {
        if (Arrays.stream(metrics).noneMatch(metric -> wanted.test(metric.name()))) {
            return;
        }
        try {
            T value = source.get();
            for (Named<T> metric : metrics) {
                metric(metric.name(), () -> metric.value().applyAsDouble(value));
            }
        } catch (UndefinedMetricException e) {
            for (Named<T> metric : metrics) {
                undefined.put(metric.name() + suffix, e.getMessage());
            }
        }
    }

    static <T> Named<T> named(String name, ToDoubleFunction<T> value) {
        return new Named<>(name, value);
    }

    /** A metric as a part of a value. */
    record Named<T>(String name, ToDoubleFunction<T> value) {}

    /** The bounds of a metric, under its name. */
    void interval(String name, Supplier<Interval> interval) {
        if (!wanted.test(name)) {
            return;
        }
        try {
            Interval bounds = interval.get();
            bounds(name, bounds.lower(), bounds.upper());
        } catch (UndefinedMetricException e) {
            undefined.put(name + suffix + ".lower", e.getMessage());
            undefined.put(name + suffix + ".upper", e.getMessage());
        }
    }

    void bounds(String name, double lower, double upper) {
        if (!wanted.test(name)) {
            return;
        }
        metrics.put(name + suffix + ".lower", lower);
        metrics.put(name + suffix + ".upper", upper);
    }

    /** A figure that does not exist for these rows is left out, with the reason under its name. */
    void figure(String name, Supplier<Figure> figure) {
        if (!wanted.test("figure." + name)) {
            return;
        }
        try {
            figures.add(figure.get());
        } catch (UndefinedMetricException e) {
            undefined.put("figure." + name, e.getMessage());
        }
    }

    StandardMetrics result() {
        return new StandardMetrics(metrics, undefined, figures);
    }

    /** A number as part of a metric's name: 1.5 is {@code 1_5}. */
    static String number(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%s", value).replace('.', '_');
    }
}
