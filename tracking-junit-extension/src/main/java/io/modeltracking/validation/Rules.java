package io.modeltracking.validation;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.validation.IntervalRule.Part;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules from what users write. */
public final class Rules {

    private static final Pattern INTERVAL = Pattern.compile("(lower|upper|interval)\\(([^()]*)\\)");

    private Rules() {}

    /**
     * A metric within bounds, or its interval: {@code lower(test.gini.exposure)}, {@code upper(…)}, {@code interval(…)}.
     *
     * @param min smallest value, or null
     * @param max largest value, or null
     * @param open whether the bounds themselves are not allowed
     * @throws IllegalArgumentException when no bound is given, one is not finite, or min is larger than max
     */
    public static Rule within(String expression, Double min, Double max, boolean open) {
        Matcher interval = INTERVAL.matcher(expression);
        if (!interval.matches()) {
            return MetricRule.within(expression, min, max, open);
        }
        MetricSelector metric = MetricSelector.parse(interval.group(2));
        if (metric.pick() != MetricSelector.Pick.LAST) {
            throw new IllegalArgumentException(
                    expression + " selects one of several values: an interval belongs to the last, leave @ out");
        }
        Part part = Part.valueOf(interval.group(1).toUpperCase(Locale.ROOT));
        return new IntervalRule(part, metric, new Bounds(min, max, open));
    }

    /** @throws IllegalArgumentException for an interval, which equals no number */
    public static Rule equalTo(String expression, double value, double tolerance) {
        if (INTERVAL.matcher(expression).matches()) {
            throw new IllegalArgumentException(
                    expression + " cannot be equal to a number: require it to lie between two");
        }
        return MetricRule.equalTo(expression, value, tolerance);
    }
}
