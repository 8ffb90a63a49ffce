package io.modeltracking.evaluation;

/**
 * The Gini of a draw: rows laid out once in the order of the ranking, so that a replicate costs one pass and no sort. Its sums
 * are plain: an interval has no use for the last digits, and the order of the terms is fixed.
 */
final class RankedSample implements Resampled {

    private final int[] rows;
    private final int[] groupEnds;
    private final double[] total;
    private final double[] weight;

    private RankedSample(int[] rows, int[] groupEnds, double[] total, double[] weight) {
        this.rows = rows;
        this.groupEnds = groupEnds;
        this.total = total;
        this.weight = weight;
    }

    static RankedSample of(Ranking ranking, double[] total, double[] weight) {
        double[] orderedTotal = new double[total.length];
        double[] orderedWeight = new double[total.length];
        for (int k = 0; k < total.length; k++) {
            orderedTotal[k] = total[ranking.order()[k]];
            orderedWeight[k] = weight[ranking.order()[k]];
        }
        return new RankedSample(ranking.order(), ranking.groupEnds(), orderedTotal, orderedWeight);
    }

    @Override
    public double value(int[] counts) {
        double area = 0;
        double cumulated = 0;
        double weights = 0;
        int k = 0;
        for (int end : groupEnds) {
            double before = cumulated;
            double width = 0;
            for (; k < end; k++) {
                int count = counts[rows[k]];
                width += count * weight[k];
                cumulated += count * total[k];
            }
            weights += width;
            area += width * (before + cumulated);
        }
        Check.defined(cumulated > 0, "all rows drawn have 0 claims or losses");
        return 1 - area / (weights * cumulated);
    }
}
