package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * A mean deviance in three parts, {@code score = miscalibration - discrimination + uncertainty}, by isotonic recalibration
 * (Fissler, Lorentzen and Mayer, arXiv 2202.12780). On few rows the isotonic fit inflates the first two.
 *
 * @param score mean deviance of the model
 * @param miscalibration what recalibration would gain, 0 or more (MCB)
 * @param discrimination what the recalibrated ranking gains over the mean, 0 or more (DSC)
 * @param uncertainty mean deviance of the mean (UNC)
 */
public record ScoreDecomposition(double score, double miscalibration, double discrimination, double uncertainty) {

    /** Weighted by {@code w}; {@code y} and {@code m} are rates in the domain of the deviance. */
    public static ScoreDecomposition of(Deviance deviance, double[] y, double[] m, double[] w) {
        double score = deviance.mean(y, m, w);
        double[] total = new double[y.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = w[i] * y[i];
        }
        return of(deviance, Ranking.of(m), total, y, m, w, score);
    }

    static ScoreDecomposition of(
            Deviance deviance, Ranking ranking, double[] total, double[] y, double[] m, double[] w, double score) {
        double mean = Sum.of(total) / Sum.of(w);
        Check.defined(
                deviance.power() == 0 || mean > 0,
                "nothing was observed (mean 0), so there is nothing to calibrate to");
        double[] constant = new double[y.length];
        Arrays.fill(constant, mean);
        double[] recalibrated = Calibration.of(ranking, total, m, w).ofRows(ranking);
        double best = deviance.uncheckedMean(y, recalibrated, w);
        double uncertainty = deviance.uncheckedMean(y, constant, w);
        return new ScoreDecomposition(score, score - best, uncertainty - best, uncertainty);
    }
}
