package io.modeltracking.evaluation;

/**
 * A metric as a function of how often each row was drawn. What does not depend on the draw (unit deviances, the sort of a rank
 * metric) is computed once, so a replicate costs one pass.
 */
@FunctionalInterface
public interface Resampled {

    /** The metric when row i is taken {@code counts[i]} times. */
    double value(int[] counts);

    /** {@link Deviance#mean}. */
    static Resampled deviance(Deviance deviance, double[] y, double[] m, double[] w) {
        deviance.mean(y, m, w);
        double[] weighted = new double[y.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = w[i] * deviance.unit(y[i], m[i]);
        }
        return ratio(weighted, w);
    }

    /** A ratio of sums, such as A/E. */
    static Resampled ratio(double[] numerator, double[] denominator) {
        Check.sameLength(numerator, denominator);
        return counts -> {
            Sum above = new Sum();
            Sum below = new Sum();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    above.add(counts[i] * numerator[i]);
                    below.add(counts[i] * denominator[i]);
                }
            }
            return above.value() / below.value();
        };
    }

    /** {@link Gini#byExposure}. */
    static Resampled gini(double[] total, double[] rate, double[] exposure) {
        Gini.byExposure(total, rate, exposure);
        return RankedSample.of(Ranking.of(rate), total, exposure);
    }
}
