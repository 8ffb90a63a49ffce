package io.modeltracking.search;

import java.util.Arrays;

/**
 * A Gaussian process on observed points: Matérn 5/2 with a weight for each coordinate (the inverse squared length scale), and
 * a constant mean, the generalised least-squares estimate (ordinary kriging). The estimate's own variance is not counted.
 */
final class GaussianProcess {

    /** Mean, variance and, where asked for, their gradients at a point. */
    record Prediction(double mean, double variance, double[] meanGradient, double[] varianceGradient) {}

    /**
     * What a fit finds.
     *
     * @param weights the inverse squared length scale of each coordinate
     * @param scale the prior variance
     * @param noise the variance of the noise
     */
    record Parameters(double[] weights, double scale, double noise) {}

    /**
     * What observed values say under a covariance K.
     *
     * @param level the mean of the process, 1'K⁻¹y / 1'K⁻¹1
     * @param alpha K⁻¹ (y - level)
     */
    record Solution(double level, double[] alpha) {

        static Solution of(Cholesky factor, double[] values) {
            double[] alpha = factor.backward(factor.forward(values.clone()));
            double[] ones = new double[values.length];
            Arrays.fill(ones, 1);
            double[] shares = factor.backward(factor.forward(ones));
            double level = sum(alpha) / sum(shares);
            Arrays.setAll(alpha, i -> alpha[i] - level * shares[i]);
            return new Solution(level, alpha);
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double each : values) {
                sum += each;
            }
            return sum;
        }
    }

    final Parameters parameters;

    private final double[][] points;
    private final boolean[] choice;
    private final Cholesky factor;
    private final Solution solution;

    GaussianProcess(double[][] points, double[] values, boolean[] choice, Parameters parameters) {
        this.points = points;
        this.choice = choice;
        this.parameters = parameters;
        double[][] covariance = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            covariance[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                covariance[i][j] = parameters.scale() * matern(squaredDistance(points[i], points[j]));
            }
            covariance[i][i] = parameters.scale() + parameters.noise();
        }
        this.factor = factor(covariance);
        this.solution = Solution.of(factor, values);
    }

    /** Adds to the diagonal until rounding leaves the matrix positive definite. */
    private static Cholesky factor(double[][] covariance) {
        double more = 1e-10 * covariance[0][0];
        Cholesky factor = Cholesky.of(covariance);
        while (factor == null) {
            for (int i = 0; i < covariance.length; i++) {
                covariance[i][i] += more;
            }
            more *= 10;
            factor = Cholesky.of(covariance);
        }
        return factor;
    }

    /** The kernel at a squared distance. */
    static double matern(double squared) {
        double root = Math.sqrt(5 * squared);
        return StrictMath.exp(-root) * (5.0 / 3 * squared + root + 1);
    }

    /** Its derivative by the squared distance. */
    static double maternSlope(double squared) {
        double root = Math.sqrt(5 * squared);
        return -5.0 / 6 * (root + 1) * StrictMath.exp(-root);
    }

    static double squaredGap(double x, double y, boolean choice) {
        return choice ? (x == y ? 0 : 1) : (x - y) * (x - y);
    }

    private double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += parameters.weights()[j] * squaredGap(x[j], y[j], choice[j]);
        }
        return sum;
    }

    Prediction predict(double[] x, boolean withGradient) {
        int n = points.length;
        double[] covariance = new double[n];
        double[] squared = new double[n];
        double mean = solution.level();
        for (int i = 0; i < n; i++) {
            squared[i] = squaredDistance(x, points[i]);
            covariance[i] = parameters.scale() * matern(squared[i]);
            mean += covariance[i] * solution.alpha()[i];
        }
        double[] half = factor.forward(covariance);
        double explained = 0;
        for (double each : half) {
            explained += each * each;
        }
        double variance = Math.max(0, parameters.scale() - explained);
        if (!withGradient) {
            return new Prediction(mean, variance, null, null);
        }
        double[] whole = factor.backward(half);
        double[] meanGradient = new double[x.length];
        double[] varianceGradient = new double[x.length];
        for (int i = 0; i < n; i++) {
            double slope = 2 * parameters.scale() * maternSlope(squared[i]);
            for (int j = 0; j < x.length; j++) {
                if (!choice[j]) {
                    double change = slope * parameters.weights()[j] * (x[j] - points[i][j]);
                    meanGradient[j] += solution.alpha()[i] * change;
                    varianceGradient[j] -= 2 * whole[i] * change;
                }
            }
        }
        return new Prediction(mean, variance, meanGradient, varianceGradient);
    }
}
