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
        Sum[] sums = new Sum[thresholds.length];
        Arrays.setAll(sums, k -> new Sum());
        boolean rising = thresholds.length > 0 && thresholds[0] > 0 && isRising(thresholds);
        Sum[] without = new Sum[thresholds.length];
        Arrays.setAll(without, k -> new Sum());
        for (int i = 0; i < y.length; i++) {
            if (rising && y[i] == 0) {
                int reached = reached(thresholds, m[i]);
                if (reached > 0) {
                    without[reached - 1].add(w[i]);
                }
            } else {
                add(sums, thresholds, y[i], m[i], w[i]);
            }
        }
        Sum active = new Sum();
        double[] scores = new double[thresholds.length];
        double all = Sum.of(w);
        for (int k = scores.length - 1; k >= 0; k--) {
            active.add(without[k].value());
            sums[k].add(thresholds[k] * active.value());
            scores[k] = sums[k].value() / all;
        }
        return scores;
    }

    private static void add(Sum[] sums, double[] thresholds, double y, double m, double w) {
        for (int k = 0; k < thresholds.length; k++) {
            double t = thresholds[k];
            boolean high = t <= m;
            if (high != t <= y) {
                sums[k].add(w * (high ? t - y : y - t));
            }
        }
    }

    /** How many thresholds are not above m: rows without a claim, nearly all, score {@code t w} at each of these. */
    private static int reached(double[] thresholds, double m) {
        int found = Arrays.binarySearch(thresholds, m);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static boolean isRising(double[] thresholds) {
        for (int k = 1; k < thresholds.length; k++) {
            if (thresholds[k] <= thresholds[k - 1]) {
                return false;
            }
        }
        return true;
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
