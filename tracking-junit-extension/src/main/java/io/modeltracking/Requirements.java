package io.modeltracking;

/**
 * Requirements in code. They are soft: collected here, evaluated when the run closes, and all that fail are in one
 * message. A metric that was never logged, or is NaN, fails.
 */
public interface Requirements {

    /** @param selector a metric's name; {@code test.loss@min}, {@code @max}, {@code @first} select another than the last */
    MetricRequirement metric(String selector);

    /**
     * The gap between a metric on the training data and on other data.
     *
     * @param train selector on the training data
     * @param test selector on the other data
     */
    GapRequirement gap(String train, String test);

    /** Requires artifacts of these names. */
    Requirements artifact(String... names);

    /**
     * Requires a condition.
     *
     * @param rule as it is shown: {@code no decile off by more than 20 %}
     */
    Requirements that(String rule, boolean holds);

    /** What a metric must be. Bounds are finite. */
    interface MetricRequirement {

        Requirements isAtLeast(double min);

        Requirements isAtMost(double max);

        Requirements isGreaterThan(double bound);

        Requirements isLessThan(double bound);

        Requirements isBetween(double min, double max);

        /** @param tolerance largest difference allowed, not negative */
        Requirements isEqualTo(double value, double tolerance);
    }

    /** How large a gap may be. */
    interface GapRequirement {

        /** @param max of (test − train) / |train|, with the sign that makes worse positive; not negative */
        Requirements isAtMostRelative(double max);

        /** @param max of test − train, with the sign that makes worse positive; not negative */
        Requirements isAtMostAbsolute(double max);
    }
}
