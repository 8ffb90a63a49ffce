package io.modeltracking.search;

import io.modeltracking.search.GaussianProcess.Parameters;
import io.modeltracking.search.GaussianProcess.Solution;
import java.util.Arrays;

/**
 * Fits a Gaussian process' parameters: the maximum of marginal likelihood and prior, over their logarithms. The log prior is
 * the sum of -0.1 (3 / w + w / 3) over the weights, Gamma(2, rate 1) for the scale and Gamma(1.1, rate 30) for the noise.
 * Optuna's has its mode at a weight of 1 and a least noise of 1e-6; on smooth functions these values end closer.
 */
final class GpFit {

    private static final double LEAST_NOISE = 1e-8;
    /** The weight that the prior likes best, a length scale of 0.58 of the range, and how much it minds others. */
    private static final double LIKELY_WEIGHT = 3;

    private static final double PRIOR_STRENGTH = 0.1;
    private static final double TOLERANCE = 3e-3;
    private static final int ITERATIONS = 100;

    private final double[] values;
    private final int dimensions;
    /** For each pair of points, later before earlier, the squared gaps of each coordinate. */
    private final double[][] gaps;

    GpFit(double[][] points, double[] values, boolean[] choice) {
        this.values = values;
        this.dimensions = choice.length;
        this.gaps = new double[values.length * (values.length - 1) / 2][dimensions];
        int pair = 0;
        for (int a = 1; a < values.length; a++) {
            for (int b = 0; b < a; b++) {
                for (int j = 0; j < dimensions; j++) {
                    gaps[pair][j] = GaussianProcess.squaredGap(points[a][j], points[b][j], choice[j]);
                }
                pair++;
            }
        }
    }

    static Parameters fit(double[][] points, double[] values, boolean[] choice) {
        GpFit fit = new GpFit(points, values, choice);
        int size = fit.dimensions + 2;
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.fill(lower, -30);
        Arrays.fill(upper, 30);
        Lbfgs descent = new Lbfgs(fit::loss, lower, upper);
        return fit.parameters(
                descent.minimise(new double[size], TOLERANCE, ITERATIONS).x());
    }

    private Parameters parameters(double[] logs) {
        double[] weights = new double[dimensions];
        for (int j = 0; j < dimensions; j++) {
            weights[j] = StrictMath.exp(logs[j]);
        }
        return new Parameters(
                weights, StrictMath.exp(logs[dimensions]), StrictMath.exp(logs[dimensions + 1]) + LEAST_NOISE);
    }

    /** Negated marginal likelihood and prior, up to a constant, at logarithms of weights, scale and noise. */
    double loss(double[] logs, double[] gradient) {
        Parameters p = parameters(logs);
        int n = values.length;
        double[][] covariance = new double[n][];
        double[] squared = new double[gaps.length];
        double[] kernel = new double[gaps.length];
        int pair = 0;
        for (int a = 0; a < n; a++) {
            covariance[a] = new double[a + 1];
            for (int b = 0; b < a; b++, pair++) {
                double sum = 0;
                for (int j = 0; j < dimensions; j++) {
                    sum += p.weights()[j] * gaps[pair][j];
                }
                squared[pair] = sum;
                kernel[pair] = GaussianProcess.matern(sum);
                covariance[a][b] = p.scale() * kernel[pair];
            }
            covariance[a][a] = p.scale() + p.noise();
        }
        Cholesky factor = Cholesky.of(covariance);
        if (factor == null) {
            return Double.POSITIVE_INFINITY;
        }
        // The level is the one of least loss, so that the gradient may take it as fixed.
        double[] alpha = Solution.of(factor, values).alpha();
        double fit = 0;
        for (int i = 0; i < n; i++) {
            fit += values[i] * alpha[i];
        }
        gradient(p, squared, kernel, alpha, factor.inverse(), gradient);
        return factor.logDeterminant() / 2 + fit / 2 - logPrior(p);
    }

    private static double logPrior(Parameters p) {
        double sum = StrictMath.log(p.scale()) - p.scale() + 0.1 * StrictMath.log(p.noise()) - 30 * p.noise();
        for (double weight : p.weights()) {
            sum -= PRIOR_STRENGTH * (LIKELY_WEIGHT / weight + weight / LIKELY_WEIGHT);
        }
        return sum;
    }

    private void gradient(
            Parameters p, double[] squared, double[] kernel, double[] alpha, double[][] inverse, double[] gradient) {
        double[] byWeight = new double[dimensions];
        double byScale = 0;
        double trace = 0;
        int pair = 0;
        for (int a = 0; a < values.length; a++) {
            for (int b = 0; b < a; b++, pair++) {
                double pull = alpha[a] * alpha[b] - inverse[a][b];
                byScale += pull * kernel[pair];
                double slope = pull * p.scale() * GaussianProcess.maternSlope(squared[pair]);
                for (int j = 0; j < dimensions; j++) {
                    byWeight[j] += slope * gaps[pair][j];
                }
            }
            trace += (alpha[a] * alpha[a] - inverse[a][a]) / 2;
        }
        for (int j = 0; j < dimensions; j++) {
            double weight = p.weights()[j];
            gradient[j] =
                    -weight * (byWeight[j] + PRIOR_STRENGTH * (LIKELY_WEIGHT / (weight * weight) - 1 / LIKELY_WEIGHT));
        }
        gradient[dimensions] = -p.scale() * (byScale + trace + 1 / p.scale() - 1);
        gradient[dimensions + 1] = -(p.noise() - LEAST_NOISE) * (trace + 0.1 / p.noise() - 30);
    }
}
