package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * A bootstrap interval at 95 %.
 *
 * @param estimate on the rows themselves
 * @param lower 2.5 % quantile of the replicates (type 7)
 * @param upper 97.5 % quantile
 * @param replicates how many were drawn
 * @param undefined in how many of them the metric did not exist; they are left out of the quantiles
 */
public record Interval(double estimate, double lower, double upper, int replicates, int undefined) {

    static Interval of(double estimate, double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Check.defined(
                sorted.length >= values.length - values.length / 20,
                "the metric exists in only " + sorted.length + " of " + values.length + " bootstrap replicates");
        return new Interval(
                estimate,
                quantile(sorted, 0.025),
                quantile(sorted, 0.975),
                values.length,
                values.length - sorted.length);
    }

    /** Whether it lies on both sides of a threshold, so that it decides nothing. */
    public boolean spans(double threshold) {
        return lower < threshold && upper > threshold;
    }

    private static double quantile(double[] sorted, double probability) {
        double position = (sorted.length - 1) * probability;
        int below = (int) position;
        double low = sorted[below];
        return low + (sorted[Math.min(below + 1, sorted.length - 1)] - low) * (position - below);
    }
}
