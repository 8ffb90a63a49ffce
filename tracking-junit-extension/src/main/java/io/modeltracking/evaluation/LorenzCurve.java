package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Points of a concentration curve from (0, 0) to (1, 1): share of weight, share of claims or losses. Rows of one prediction
 * are one step. Ascending it is the ordered Lorenz curve, below the diagonal for a good model; {@link #cap} is the same read
 * from the other end, the cumulative accuracy profile (gains chart).
 *
 * @param weightShare x, ascending
 * @param lossShare y, ascending
 */
public record LorenzCurve(double[] weightShare, double[] lossShare) {

    /** All steps of the curve; see {@link Gini#byExposure} for the arguments. */
    public static LorenzCurve of(double[] total, double[] rate, double[] exposure) {
        Check.sameLength(total, rate, exposure);
        Check.notNegative("claims or losses", total);
        Check.finite("predicted", rate);
        return of(Ranking.of(rate), total, exposure, Integer.MAX_VALUE);
    }

    /** At most {@code points} steps, spread evenly over the weight. */
    static LorenzCurve of(Ranking ranking, double[] total, double[] weight, int points) {
        Check.positive("weight", weight);
        double allTotal = Sum.of(total);
        Check.defined(allTotal > 0, "all rows have 0 claims or losses, so there is no share of them");
        double allWeight = Sum.of(weight);
        int[] ends = ranking.groupEnds();
        int size = 1;
        double[] x = new double[ends.length + 1];
        double[] y = new double[ends.length + 1];
        Sum weights = new Sum();
        Sum totals = new Sum();
        int start = 0;
        for (int group = 0; group < ends.length; group++) {
            for (int k = start; k < ends[group]; k++) {
                weights.add(weight[ranking.order()[k]]);
                totals.add(total[ranking.order()[k]]);
            }
            start = ends[group];
            double share = weights.value() / allWeight;
            boolean last = group + 1 == ends.length;
            if (last || points >= ends.length || share * (points - 1) >= size) {
                x[size] = last ? 1 : share;
                y[size++] = last ? 1 : totals.value() / allTotal;
            }
        }
        return new LorenzCurve(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** The cumulative accuracy profile: highest predictions first. */
    public LorenzCurve cap() {
        int n = weightShare.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1 - weightShare[n - 1 - i];
            y[i] = 1 - lossShare[n - 1 - i];
        }
        return new LorenzCurve(x, y);
    }
}
