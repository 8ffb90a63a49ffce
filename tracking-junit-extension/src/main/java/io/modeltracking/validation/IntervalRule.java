package io.modeltracking.validation;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A metric's interval within bounds: its lower bound, its upper bound, or all of it. When the interval lies on both sides of a
 * threshold the verdict is INCONCLUSIVE, which fails like a rejection.
 */
public final class IntervalRule implements Rule {

    /** What of the interval must lie within the bounds. */
    public enum Part {
        LOWER,
        UPPER,
        /** All of it. */
        INTERVAL;

        String of(String metric) {
            return name().toLowerCase(Locale.ROOT) + "(" + metric + ")";
        }
    }

    private final Part part;
    private final MetricSelector metric;
    private final Bounds bounds;

    IntervalRule(Part part, MetricSelector metric, Bounds bounds) {
        this.part = part;
        this.metric = metric;
        this.bounds = bounds;
    }

    @Override
    public String text() {
        return part.of(metric.name()) + " " + bounds.text();
    }

    @Override
    public boolean reads(String dataSet) {
        return metric.name().startsWith(dataSet + ".");
    }

    @Override
    public Check evaluate(Observations observations) {
        Optional<Double> lower = observations.metric(MetricSelector.parse(Part.LOWER.of(metric.name())));
        Optional<Double> upper = observations.metric(MetricSelector.parse(Part.UPPER.of(metric.name())));
        Optional<Double> estimate = observations.metric(metric);
        if (lower.isEmpty() || upper.isEmpty()) {
            String why = estimate.isEmpty()
                    ? "never logged" + Missing.hint(metric.name(), observations.metricNames())
                    : "logged without an interval: evaluate with .bootstrap(replicates, seed)";
            return check(estimate.orElse(null), null, Verdict.REJECTED, why);
        }
        double low = lower.get();
        double high = upper.get();
        Double observed = switch (part) {
            case LOWER -> Double.valueOf(low);
            case UPPER -> Double.valueOf(high);
            case INTERVAL -> estimate.orElse(null);
        };
        boolean holds = (part == Part.UPPER || bounds.contains(low)) && (part == Part.LOWER || bounds.contains(high));
        if (holds) {
            return check(observed, 0.0, Verdict.ACCEPTED, null);
        }
        String shown = "[" + Reals.text(low) + ", " + Reals.text(high) + "]";
        return bounds.meets(low, high)
                ? check(observed, violation(low, high), Verdict.INCONCLUSIVE, "INCONCLUSIVE, the interval is " + shown)
                : check(observed, violation(low, high), Verdict.REJECTED, "the interval is " + shown);
    }

    /** Of the bound that is further outside; null when one is undefined. */
    private Double violation(double low, double high) {
        Double below = part == Part.UPPER ? Double.valueOf(0) : bounds.violation(low);
        Double above = part == Part.LOWER ? Double.valueOf(0) : bounds.violation(high);
        return below == null || above == null ? null : Double.valueOf(Math.max(below, above));
    }

    private Check check(Double observed, Double violation, Verdict verdict, String message) {
        return new Check(
                text(),
                "interval",
                metric.toString(),
                observed,
                bounds.min(),
                bounds.max(),
                violation,
                verdict,
                message);
    }
}
