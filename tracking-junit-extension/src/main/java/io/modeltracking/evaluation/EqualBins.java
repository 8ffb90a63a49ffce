package io.modeltracking.evaluation;

/**
 * Bins of equal weight along a ranking: with c the cumulative weight up to and including a row, its bin is {@code min(k-1,
 * floor(k (c - w/2) / W))}. Rows of one score may fall into two bins; a bin that a heavy row jumps over is left empty.
 */
final class EqualBins {

    private EqualBins() {}

    /** Bin from 0 to k-1 of each position in the ranking. */
    static int[] of(Ranking ranking, double[] weight, int k) {
        double all = Sum.of(weight);
        Sum cumulated = new Sum();
        int[] bins = new int[ranking.size()];
        for (int position = 0; position < bins.length; position++) {
            double w = weight[ranking.order()[position]];
            cumulated.add(w);
            bins[position] = (int) Math.min(k - 1, StrictMath.floor(k * (cumulated.value() - w / 2) / all));
        }
        return bins;
    }
}
