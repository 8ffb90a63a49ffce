package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Collects an evaluation's metrics in order; one that is undefined is kept with its reason. */
final class Recorder {

    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, String> undefined = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final String suffix;

    Recorder(Evaluation evaluation) {
        this.suffix = evaluation.cap().isPresent()
                ? ".capped_" + number(evaluation.cap().getAsDouble())
                : "";
    }

    void metric(String name, DoubleSupplier value) {
        try {
            metrics.put(name + suffix, value.getAsDouble());
        } catch (UndefinedMetricException e) {
            undefined.put(name + suffix, e.getMessage());
        }
    }

    /** A metric with {@code .lower} and {@code .upper}. */
    void bounds(String name, DoubleSupplier lower, DoubleSupplier upper) {
        metric(name, "lower", lower);
        metric(name, "upper", upper);
    }

    private void metric(String name, String bound, DoubleSupplier value) {
        try {
            metrics.put(name + suffix + "." + bound, value.getAsDouble());
        } catch (UndefinedMetricException e) {
            undefined.put(name + suffix + "." + bound, e.getMessage());
        }
    }

    /** A figure that does not exist for these rows is left out, with the reason under its name. */
    void figure(String name, Supplier<Figure> figure) {
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
