package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Root mean squared and mean absolute error. On claim counts neither selects well: the absolute error is least for a model
 * that predicts no claims, the squared one hangs on rows of little exposure. To be shown, not gated.
 */
public final class PointErrors {

    private PointErrors() {}

    /** {@code sqrt(Σ w (y - m)² / W)}, in the unit of y. */
    public static double rmse(double[] y, double[] m, double[] w) {
        return StrictMath.sqrt(Deviance.NORMAL.mean(y, m, w));
    }

    /** {@code sqrt((1/n) Σ (y - m)²)}, in the unit of y. */
    public static double rmse(double[] y, double[] m) {
        return StrictMath.sqrt(Deviance.NORMAL.perRow(y, m));
    }

    /** {@code Σ w |y - m| / W}, in the unit of y. */
    public static double mae(double[] y, double[] m, double[] w) {
        Check.sameLength(y, m, w);
        Check.finite("observed", y);
        Check.finite("predicted", m);
        Check.positive("weight", w);
        Sum sum = new Sum();
        for (int i = 0; i < y.length; i++) {
            sum.add(w[i] * Math.abs(y[i] - m[i]));
        }
        return sum.value() / Sum.of(w);
    }

    /** {@code (1/n) Σ |y - m|}, in the unit of y. */
    public static double mae(double[] y, double[] m) {
        Check.sameLength(y, m);
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return mae(y, m, ones);
    }
}
