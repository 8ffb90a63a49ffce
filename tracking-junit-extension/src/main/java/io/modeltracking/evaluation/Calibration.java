package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Isotonic recalibration: the non-decreasing function of the prediction that is nearest to the observed rates, by pooling
 * adjacent violators (Ayer et al., Annals of Mathematical Statistics 26, 1955). It minimises every Tweedie deviance at once.
 * Rows of one prediction are pooled first. A calibrated model lies on the diagonal.
 *
 * @param predicted the predictions, ascending, each once
 * @param calibrated the recalibrated rate of each
 */
public record Calibration(double[] predicted, double[] calibrated) {

    /**
     * @param y observed rates
     * @param m predicted rates
     * @param w weights, positive
     */
    public static Calibration of(double[] y, double[] m, double[] w) {
        Check.sameLength(y, m, w);
        Check.finite("observed", y);
        Check.finite("predicted", m);
        Check.positive("weight", w);
        Ranking ranking = Ranking.of(m);
        double[] total = new double[y.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = w[i] * y[i];
        }
        return of(ranking, total, m, w);
    }

    static Calibration of(Ranking ranking, double[] total, double[] m, double[] w) {
        int groups = ranking.groupEnds().length;
        double[] predicted = new double[groups];
        double[] blockWeight = new double[groups];
        double[] blockTotal = new double[groups];
        int[] blockEnd = new int[groups];
        int blocks = 0;
        int start = 0;
        for (int group = 0; group < groups; group++) {
            Sum weight = new Sum();
            Sum sum = new Sum();
            for (int k = start; k < ranking.groupEnds()[group]; k++) {
                weight.add(w[ranking.order()[k]]);
                sum.add(total[ranking.order()[k]]);
            }
            predicted[group] = m[ranking.order()[start]];
            start = ranking.groupEnds()[group];
            blockWeight[blocks] = weight.value();
            blockTotal[blocks] = sum.value();
            blockEnd[blocks++] = group + 1;
            while (blocks > 1 && violates(blockTotal, blockWeight, blocks - 1)) {
                blockWeight[blocks - 2] += blockWeight[blocks - 1];
                blockTotal[blocks - 2] += blockTotal[blocks - 1];
                blockEnd[blocks - 2] = blockEnd[blocks - 1];
                blocks--;
            }
        }
        double[] calibrated = new double[groups];
        for (int block = 0; block < blocks; block++) {
            int from = block == 0 ? 0 : blockEnd[block - 1];
            Arrays.fill(calibrated, from, blockEnd[block], blockTotal[block] / blockWeight[block]);
        }
        return new Calibration(predicted, calibrated);
    }

    private static boolean violates(double[] total, double[] weight, int block) {
        return total[block - 1] / weight[block - 1] >= total[block] / weight[block];
    }

    /** The recalibrated rate of each row, in the order of the rows. */
    double[] ofRows(Ranking ranking) {
        double[] rows = new double[ranking.size()];
        int start = 0;
        for (int group = 0; group < calibrated.length; group++) {
            for (int k = start; k < ranking.groupEnds()[group]; k++) {
                rows[ranking.order()[k]] = calibrated[group];
            }
            start = ranking.groupEnds()[group];
        }
        return rows;
    }
}
