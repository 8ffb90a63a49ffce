package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Population stability index, {@code Σ (a_b - e_b) ln(a_b / e_b)} over the ten bins between the deciles of the expected scores
 * (linearly interpolated, type 7); bins are open below and closed above, shares are floored at 1e-4. 0 is no shift; 0.10 and
 * 0.25 are usual marks.
 */
public final class Psi {

    private static final int BINS = 10;
    private static final double FLOOR = 1e-4;

    private Psi() {}

    /** Shares of rows: {@code psi.by_policy}. The two samples may differ in length. */
    public static double ofRows(double[] expected, double[] actual) {
        return byWeight(expected, Gini.ones(expected.length), actual, Gini.ones(actual.length));
    }

    /** Shares of exposure: {@code psi.by_exposure}; the bins are those of the rows. */
    public static double byWeight(double[] expected, double[] expectedWeight, double[] actual, double[] actualWeight) {
        Check.sameLength(expected, expectedWeight);
        Check.sameLength(actual, actualWeight);
        Check.finite("expected score", expected);
        Check.finite("actual score", actual);
        Check.positive("expected weight", expectedWeight);
        Check.positive("actual weight", actualWeight);
        double[] edges = deciles(expected);
        double[] e = shares(edges, expected, expectedWeight);
        double[] a = shares(edges, actual, actualWeight);
        Sum sum = new Sum();
        for (int bin = 0; bin < BINS; bin++) {
            sum.add((a[bin] - e[bin]) * StrictMath.log(a[bin] / e[bin]));
        }
        return sum.value();
    }

    private static double[] deciles(double[] scores) {
        int[] order = Ranking.of(scores).order();
        double[] edges = new double[BINS - 1];
        for (int k = 1; k < BINS; k++) {
            double position = (scores.length - 1) * (k / (double) BINS);
            int below = (int) StrictMath.floor(position);
            double low = scores[order[below]];
            double high = scores[order[Math.min(below + 1, order.length - 1)]];
            edges[k - 1] = low + (high - low) * (position - below);
        }
        return edges;
    }

    private static double[] shares(double[] edges, double[] scores, double[] weights) {
        Sum[] sums = new Sum[BINS];
        Arrays.setAll(sums, bin -> new Sum());
        for (int i = 0; i < scores.length; i++) {
            int bin = 0;
            while (bin < edges.length && scores[i] > edges[bin]) {
                bin++;
            }
            sums[bin].add(weights[i]);
        }
        double all = Sum.of(weights);
        return Arrays.stream(sums)
                .mapToDouble(sum -> Math.max(sum.value() / all, FLOOR))
                .toArray();
    }
}
