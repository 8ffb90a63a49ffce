package io.modeltracking.validation;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.util.Optional;

/** A metric within bounds. */
public final class MetricRule implements Rule {

    private final MetricSelector selector;
    private final Bounds bounds;
    private final String text;

    private MetricRule(MetricSelector selector, Bounds bounds, String text) {
        this.selector = selector;
        this.bounds = bounds;
        this.text = text;
    }

    /**
     * @param min smallest value, or null
     * @param max largest value, or null
     * @param open whether the bounds themselves are not allowed
     * @throws IllegalArgumentException when no bound is given, one is not finite, or min is larger than max
     */
    public static MetricRule within(String metric, Double min, Double max, boolean open) {
        MetricSelector selector = MetricSelector.parse(metric);
        Bounds bounds = new Bounds(min, max, open);
        return new MetricRule(selector, bounds, selector + " " + bounds.text());
    }

    /** @param tolerance not negative, finite */
    public static MetricRule equalTo(String metric, double value, double tolerance) {
        if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
            throw new IllegalArgumentException(
                    "tolerance is " + tolerance + ": it is a finite number that is not negative");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("equalTo is " + value + ": it is a finite number");
        }
        MetricSelector selector = MetricSelector.parse(metric);
        String text = selector + " = " + Reals.text(value) + " ± " + Reals.text(tolerance);
        return new MetricRule(selector, new Bounds(value - tolerance, value + tolerance, false), text);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean reads(String dataSet) {
        return selector.name().startsWith(dataSet + ".");
    }

    @Override
    public Check evaluate(Observations observations) {
        Optional<Double> observed = observations.metric(selector);
        String message = null;
        if (observed.isEmpty()) {
            message = "never logged" + Missing.hint(selector.name(), observations.metricNames());
        } else if (!bounds.contains(observed.get())) {
            message = "observed " + Reals.text(observed.get());
        }
        return new Check(
                text,
                "metric",
                selector.toString(),
                observed.orElse(null),
                bounds.min(),
                bounds.max(),
                observed.map(bounds::violation).orElse(null),
                message == null ? Verdict.ACCEPTED : Verdict.REJECTED,
                message);
    }
}
