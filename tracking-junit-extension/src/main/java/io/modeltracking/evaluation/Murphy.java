package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Murphy diagram: the mean elementary score over a grid of thresholds. A model whose curve is lower everywhere is better under
 * every loss that is consistent for the mean (Ehm, Gneiting, Jordan and Krueger, JRSS B 78, 2016).
 */
public final class Murphy {

    private static final int POINTS = 50;

    private Murphy() {}

    /**
     * {@code S(t) = Σ w (1{t <= m} - 1{t <= y}) (t - y) / W} at each threshold; 0 or more, less is better.
     *
     * @param y observed rates
     * @param m predicted rates
     * @param w weights, positive
     */
    public static double[] curve(double[] y, double[] m, double[] w, double[] thresholds) {
        Check.sameLength(y, m, w);
        Check.finite("observed", y);
        Check.finite("predicted", m);
        Check.positive("weight", w);
        double all = Sum.of(w);
        double[] scores = new double[thresholds.length];
        for (int k = 0; k < scores.length; k++) {
            double t = thresholds[k];
            Sum sum = new Sum();
            for (int i = 0; i < y.length; i++) {
                boolean high = t <= m[i];
                if (high != t <= y[i]) {
                    sum.add(w[i] * (high ? t - y[i] : y[i] - t));
                }
            }
            scores[k] = sum.value() / all;
        }
        return scores;
    }

    /** Thresholds where the predictions lie: each 1/50 of the rows, every value once. */
    static double[] grid(Ranking ranking, double[] m) {
        double[] grid = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            long position = (2L * k + 1) * ranking.size() / (2 * POINTS);
            grid[k] = m[ranking.order()[(int) position]];
        }
        return Arrays.stream(grid).distinct().toArray();
    }
}
