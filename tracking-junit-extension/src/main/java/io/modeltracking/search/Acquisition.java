package io.modeltracking.search;

import io.modeltracking.search.GaussianProcess.Prediction;

/**
 * What a point promises: the logarithm of the expected improvement over the best accepted value, plus the logarithm of the
 * probability that the constraints are kept. Either part may be missing.
 *
 * @param objective the process of the negated objective, null while no trial is accepted
 * @param best the best accepted value of it
 * @param constraint the process of the violation, null where none was violated
 * @param threshold the violation up to which a point is accepted
 */
record Acquisition(GaussianProcess objective, double best, GaussianProcess constraint, double threshold)
        implements Lbfgs.Function {

    private static final double STABILISER = 1e-12;
    /** Below this many deviations the improvement's density is replaced by its asymptote. */
    private static final double FAR = -1e3;

    /** The value alone. */
    double at(double[] x) {
        return evaluate(x, null);
    }

    /** The negated value and its gradient, for a minimiser. */
    @Override
    public double at(double[] x, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double value = evaluate(x, gradient);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = -gradient[j];
        }
        return -value;
    }

    private double evaluate(double[] x, double[] gradient) {
        double sum = 0;
        if (objective != null) {
            sum += improvement(objective.predict(x, gradient != null), gradient);
        }
        if (constraint != null) {
            sum += feasibility(constraint.predict(x, gradient != null), gradient);
        }
        return sum;
    }

    private double improvement(Prediction at, double[] gradient) {
        double sigma = Math.sqrt(at.variance() + STABILISER);
        double z = (at.mean() - best) / sigma;
        double logDensity = -z * z / 2 - Gauss.LOG_SQRT_2PI;
        // h = E[max(0, z + N(0, 1))] in units of the density at z, and the probability of improving in units of h.
        double scaled;
        double share;
        if (z < -1) {
            double ratio = Gauss.millsRatio(z);
            scaled = z < FAR ? 1 / (z * z) : 1 + z * ratio;
            share = ratio / scaled;
        } else {
            double density = Gauss.pdf(z);
            scaled = 1 + z * Gauss.cdf(z) / density;
            share = Gauss.cdf(z) / density / scaled;
        }
        if (z > 30) {
            scaled = Double.NaN;
        }
        double logH = z > 30 ? StrictMath.log(z) : logDensity + StrictMath.log(scaled);
        if (gradient != null) {
            double byMean = (z > 30 ? 1 / z : share) / sigma;
            double bySigma = (z > 30 ? 0 : 1 / scaled) / sigma;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += byMean * at.meanGradient()[j] + bySigma * at.varianceGradient()[j] / (2 * sigma);
            }
        }
        return logH + StrictMath.log(sigma);
    }

    private double feasibility(Prediction at, double[] gradient) {
        double sigma = Math.sqrt(at.variance() + STABILISER);
        double t = (threshold - at.mean()) / sigma;
        if (gradient != null) {
            double slope = t <= 0 ? 1 / Gauss.millsRatio(t) : Gauss.pdf(t) / Gauss.cdf(t);
            for (int j = 0; j < gradient.length; j++) {
                double bySigma = at.varianceGradient()[j] / (2 * sigma);
                gradient[j] -= slope * (at.meanGradient()[j] + t * bySigma) / sigma;
            }
        }
        return Gauss.logCdf(t);
    }

    /** The length scale of a coordinate, by which a search scales its steps. */
    double lengthScale(int coordinate) {
        GaussianProcess process = objective != null ? objective : constraint;
        return 1 / Math.sqrt(process.parameters.weights()[coordinate]);
    }
}
