package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a metric's values a rule reads: {@code test.loss} is the last, {@code test.loss@min} the smallest.
 * {@code lower(test.loss)} and {@code upper(test.loss)} are the bounds of its interval, which are logged as
 * {@code test.loss.lower} and {@code test.loss.upper}.
 *
 * @param name the metric's
 */
public record MetricSelector(String name, Pick pick) {

    private static final Pattern BOUND = Pattern.compile("(lower|upper)\\(([^()@]*)\\)");

    /** Which value of several. */
    public enum Pick {
        LAST,
        FIRST,
        MIN,
        MAX
    }

    /** @throws IllegalArgumentException when the part behind {@code @} is none of {@link Pick} */
    public static MetricSelector parse(String selector) {
        Matcher bound = BOUND.matcher(selector);
        if (bound.matches()) {
            return parse(bound.group(2) + "." + bound.group(1));
        }
        int at = selector.indexOf('@');
        if (at < 0) {
            return new MetricSelector(Names.check("metric", selector), Pick.LAST);
        }
        String name = Names.check("metric", selector.substring(0, at));
        String pick = selector.substring(at + 1);
        for (Pick candidate : Pick.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(pick)) {
                return new MetricSelector(name, candidate);
            }
        }
        throw new IllegalArgumentException(
                "Metric \"" + selector + "\" ends in @" + pick + ": use @last, @first, @min or @max, or leave it out");
    }

    /** The picked value; NaN among the values makes min and max NaN. Empty when the metric was never logged. */
    public Optional<Double> of(List<Metric> metrics) {
        Double picked = null;
        for (Metric metric : metrics) {
            if (metric.name().equals(name)) {
                picked = picked == null ? metric.value() : pick(picked, metric.value());
            }
        }
        return Optional.ofNullable(picked);
    }

    private Double pick(double soFar, double value) {
        return switch (pick) {
            case LAST -> value;
            case FIRST -> soFar;
            case MIN -> Math.min(soFar, value);
            case MAX -> Math.max(soFar, value);
        };
    }

    @Override
    public String toString() {
        return pick == Pick.LAST ? name : name + "@" + pick.name().toLowerCase(Locale.ROOT);
    }
}
