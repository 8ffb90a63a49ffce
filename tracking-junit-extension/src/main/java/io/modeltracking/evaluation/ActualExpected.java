package io.modeltracking.evaluation;

import java.util.function.IntPredicate;

/**
 * Actual to expected, {@code Σ actual / Σ expected}, with an interval.
 *
 * @param ratio A/E; 1 is balanced, above 1 the model predicts too little
 * @param lower lower bound of the interval
 * @param upper upper bound
 */
public record ActualExpected(double ratio, double lower, double upper) {

    /** Two-sided 95 %. */
    static final double TAIL = 0.025;

    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /**
     * Claim counts in total per row, with the exact Poisson interval {@code [χ²(α/2, 2A)/2, χ²(1-α/2, 2A+2)/2] / E} at 95 %
     * (Garwood, Biometrika 28, 1936). Not for money.
     */
    public static ActualExpected ofCounts(double[] claims, double[] expected) {
        check(claims, expected);
        Check.notNegative("claims", claims);
        return ofCounts(Sum.of(claims), Sum.of(expected));
    }

    static ActualExpected ofCounts(double actual, double expected) {
        double lower = actual == 0 ? 0 : GammaQuantile.of(TAIL, actual);
        double upper = GammaQuantile.of(1 - TAIL, actual + 1);
        return new ActualExpected(actual / expected, lower / expected, upper / expected);
    }

    /**
     * Amounts or events in total per row, with the 95 % interval of a ratio of sums, {@code r ± 1.96 sqrt(Σ (A_i - r E_i)²) / Σ E}
     * (Cochran, Sampling Techniques, 1977, section 6.4): rows are taken as independent, no distribution is assumed. Needs many
     * rows with a loss.
     */
    public static ActualExpected ofAmounts(double[] actual, double[] expected) {
        check(actual, expected);
        Check.finite("actual", actual);
        return ofAmounts(actual, expected, Sum.of(actual) / Sum.of(expected), row -> true);
    }

    /** Of some rows, whose ratio is known. */
    static ActualExpected ofAmounts(double[] actual, double[] expected, double ratio, IntPredicate rows) {
        Sum total = new Sum();
        Sum squares = new Sum();
        for (int i = 0; i < actual.length; i++) {
            if (rows.test(i)) {
                double residual = actual[i] - ratio * expected[i];
                squares.add(residual * residual);
                total.add(expected[i]);
            }
        }
        double half = NORMAL_QUANTILE * StrictMath.sqrt(squares.value()) / total.value();
        return new ActualExpected(ratio, ratio - half, ratio + half);
    }

    /** How far the predictions are out in total, {@code Σ expected / Σ actual - 1}; 0 is balanced. */
    public double balance() {
        Check.defined(ratio > 0, "nothing was observed, so expected cannot be related to it");
        return 1 / ratio - 1;
    }

    private static void check(double[] actual, double[] expected) {
        Check.sameLength(actual, expected);
        Check.notNegative("expected", expected);
        Check.defined(Sum.of(expected) > 0, "nothing was expected");
    }
}
