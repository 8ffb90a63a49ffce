package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Gini indices. All are rank-only: they do not see miscalibration, so two models compare by them only when both are
 * autocalibrated. Each name states its convention; the same model has another value under each.
 *
 * <p>Common definition: order the rows by the predicted rate, ascending; let x be the cumulative share of the weight and y
 * that of the loss; {@code Gini = 1 - 2 · area under the curve} by trapezoids, from -1 to 1, positive is good. Ties are pooled
 * (their rows become one step), which is the expectation over a random order of them (Brauer and Wüthrich,
 * arXiv 2511.15446).
 */
public final class Gini {

    private Gini() {}

    /**
     * Share of exposure on the x axis, ties pooled: {@code gini.exposure}.
     *
     * @param total claims or losses per row, 0 or more
     * @param rate the model's own rate, not a count divided by exposure, which makes equal rates differ
     * @param exposure positive
     */
    public static double byExposure(double[] total, double[] rate, double[] exposure) {
        Check.sameLength(total, rate, exposure);
        Check.finite("predicted", rate);
        return of(Ranking.of(rate), checkedTotal(total), exposure);
    }

    /** {@link #byExposure} divided by that of the oracle, which ranks by the observed rate. */
    public static double normalised(double[] total, double[] rate, double[] exposure) {
        double model = byExposure(total, rate, exposure);
        return model / oracle(total, exposure);
    }

    /** Share of policies on the x axis, ties pooled: {@code gini.policy_count}. */
    public static double byPolicyCount(double[] total, double[] rate) {
        Check.sameLength(total, rate);
        Check.finite("predicted", rate);
        return of(Ranking.of(rate), checkedTotal(total), ones(total.length));
    }

    /**
     * By relativity (Frees, Meyers and Cummings, Journal of Risk and Insurance 81, 2014): rows ordered by {@code score /
     * premium}, x the share of premium, y the share of loss.
     */
    public static double byRelativity(double[] loss, double[] premium, double[] score) {
        Check.sameLength(loss, premium, score);
        Check.positive("premium", premium);
        Check.finite("score", score);
        double[] relativity = new double[loss.length];
        for (int i = 0; i < relativity.length; i++) {
            relativity[i] = score[i] / premium[i];
        }
        return of(Ranking.of(relativity, Ranking.DERIVED), checkedTotal(loss), premium);
    }

    static double oracle(double[] total, double[] exposure) {
        double[] observed = new double[total.length];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = total[i] / exposure[i];
        }
        double oracle = of(Ranking.of(observed, Ranking.DERIVED), total, exposure);
        Check.defined(oracle > 0, "all rows have the same observed rate, so no ranking can be better than another");
        return oracle;
    }

    static double of(Ranking ranking, double[] total, double[] weight) {
        Check.positive("weight", weight);
        double allWeight = Sum.of(weight);
        double allTotal = Sum.of(total);
        Check.defined(allTotal > 0, "all rows have 0 claims or losses, so there is no share of them");
        Sum area = new Sum();
        Sum cumulated = new Sum();
        double before = 0;
        int start = 0;
        for (int end : ranking.groupEnds()) {
            Sum width = new Sum();
            for (int k = start; k < end; k++) {
                int row = ranking.order()[k];
                width.add(weight[row]);
                cumulated.add(total[row]);
            }
            double after = cumulated.value();
            area.add(width.value() * (before + after));
            before = after;
            start = end;
        }
        return 1 - area.value() / (allWeight * allTotal);
    }

    static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] checkedTotal(double[] total) {
        Check.notNegative("claims or losses", total);
        return total;
    }
}
