package io.modeltracking;

/**
 * Requirements in code. They are soft: collected here, evaluated when the run closes, and all that fail are in one
 * message. A metric that was never logged, or is NaN, fails.
 *
 * <p>What evaluations log and pricing models are judged by: {@code <data set>.actual_expected} overall, {@code .decile_10} of a
 * bin, {@code .worst_decile}, {@code .worst.<factor>} of the level that is furthest off among those with 1 % of the weight;
 * {@code <data set>.lift.inversions_decile}, the number of bins with less than the bin before (0: monotone).
 */
public interface Requirements {

    /** @param selector a metric's name; {@code test.loss@min}, {@code @max}, {@code @first} select another than the last */
    MetricRequirement metric(String selector);

    /**
     * The lower bound of a metric's 95 % interval, which {@code .bootstrap(…)} of an evaluation gives: {@code
     * lower("test.gini.exposure").isAtLeast(0.2)}. When the interval spans the threshold the verdict is INCONCLUSIVE, which
     * fails. The same in {@link RequireMetric#name}: {@code lower(test.gini.exposure)}.
     */
    MetricRequirement lower(String metric);

    /** The upper bound, as {@link #lower}. */
    MetricRequirement upper(String metric);

    /**
     * The whole 95 % interval: {@code interval("test.actual_expected").isBetween(0.9, 1.1)}. That of claim counts' A/E is exact
     * (chi-square), that of money's is of a ratio of sums.
     */
    MetricRequirement interval(String metric);

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
