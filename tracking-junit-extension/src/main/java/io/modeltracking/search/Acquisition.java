package io.modeltracking.search;

import io.modeltracking.search.GaussianProcess.Prediction;
import java.util.Arrays;

/**
 * What a point promises: the logarithm of the expected improvement over the best accepted value, plus {@link #CAUTION} times
 * the logarithm of the probability that the constraints are kept. Either part may be missing.
 *
 * @param objective the process of the negated objective, null while no trial is accepted
 * @param best the best accepted value of it
 * @param constraint the process of the violation, null where none was violated
 * @param threshold the violation up to which a point is accepted
 * @param greedy whether the objective's mean stands in for the expected improvement
 */
record Acquisition(GaussianProcess objective, double best, GaussianProcess constraint, double threshold, boolean greedy)
        implements Lbfgs.Function {

    /** Optima often lie at the border, where improvements outbid a probability that counts once: half were rejected. */
    private static final double CAUTION = 2;

    private static final double STABILISER = 1e-12;
    /** Below this many deviations the improvement's density is replaced by its asymptote. */
    private static final double FAR = -1e3;
    /** Above this many deviations the improvement is certain. */
    private static final double CERTAIN = 30;

    /** The value alone. */
    double at(double[] x) {
        return evaluate(x, null);
    }

    /** The negated value and its gradient, for a minimiser. */
    @Override
    public double at(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double value = evaluate(x, gradient);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = -gradient[j];
        }
        return -value;
    }

    private double evaluate(double[] x, double[] gradient) {
        double sum = 0;
        if (objective != null) {
            Prediction at = objective.predict(x, gradient != null);
            sum += greedy ? mean(at, gradient) : improvement(at, gradient);
        }
        if (constraint != null) {
            sum += feasibility(constraint.predict(x, gradient != null), gradient);
        }
        return sum;
    }

    private static double mean(Prediction at, double[] gradient) {
        if (gradient != null) {
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += at.meanGradient()[j];
            }
        }
        return at.mean();
    }

    private double improvement(Prediction at, double[] gradient) {
        double sigma = Math.sqrt(at.variance() + STABILISER);
        double z = (at.mean() - best) / sigma;
        // The improvement is sigma h(z); share is h'(z) / h(z), and density is the normal density over h(z).
        double logImprovement;
        double share;
        double density;
        if (z > CERTAIN) {
            logImprovement = StrictMath.log(z);
            share = 1 / z;
            density = 0;
        } else {
            double ratio = z < -1 ? Gauss.millsRatio(z) : Gauss.cdf(z) / Gauss.pdf(z);
            double scaled = z < FAR ? 1 / (z * z) : 1 + z * ratio;
            logImprovement = -z * z / 2 - Gauss.LOG_SQRT_2PI + StrictMath.log(scaled);
            share = ratio / scaled;
            density = 1 / scaled;
        }
        if (gradient != null) {
            for (int j = 0; j < gradient.length; j++) {
                double bySigma = at.varianceGradient()[j] / (2 * sigma);
                gradient[j] += (share * at.meanGradient()[j] + density * bySigma) / sigma;
            }
        }
        return logImprovement + StrictMath.log(sigma);
    }

    private double feasibility(Prediction at, double[] gradient) {
        double sigma = Math.sqrt(at.variance() + STABILISER);
        double t = (threshold - at.mean()) / sigma;
        if (gradient != null) {
            double slope = CAUTION * (t <= 0 ? 1 / Gauss.millsRatio(t) : Gauss.pdf(t) / Gauss.cdf(t));
            for (int j = 0; j < gradient.length; j++) {
                double bySigma = at.varianceGradient()[j] / (2 * sigma);
                gradient[j] -= slope * (at.meanGradient()[j] + t * bySigma) / sigma;
            }
        }
        return CAUTION * Gauss.logCdf(t);
    }

    /** The length scale of a coordinate, by which a search scales its steps. */
    double lengthScale(int coordinate) {
        GaussianProcess process = objective != null ? objective : constraint;
        return 1 / Math.sqrt(process.parameters.weights()[coordinate]);
    }
}
