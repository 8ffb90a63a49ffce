package io.modeltracking.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Truncated normal kernels along a numeric slot, in its transformed range; with a step, a value's density is the mass of the
 * step around it. Bandwidths follow Optuna 5.0: the greater of the gaps to the sorted neighbours, clipped.
 */
final class NumericKernels implements Kernels {

    /** Beyond this many bandwidths from both ends a kernel loses less than a double can tell. */
    private static final double WHOLE = 9;
    /** A step narrower than this many bandwidths has the mass density times width, without cancellation. */
    private static final double NARROW = 1e-5;

    final double[] mu;
    final double[] sigma;

    private final Axis axis;
    private final double[] logNorm;
    private final double[] narrowness;
    /** For each kernel the first one of the same mean and bandwidth: with a step there are few that differ. */
    private final int[] twin;

    /** What draws from a kernel have in common, NaN until the first one. */
    private final double[] logOutside;

    private final double[] logMass;

    private final Map<Double, Step> steps = new HashMap<>();

    private NumericKernels(Axis axis, double[] mu, double[] sigma, int[] twin) {
        this.axis = axis;
        this.mu = mu;
        this.sigma = sigma;
        this.twin = twin;
        this.logNorm = new double[mu.length];
        this.narrowness = new double[mu.length];
        this.logOutside = new double[mu.length];
        this.logMass = new double[mu.length];
        Arrays.fill(logMass, Double.NaN);
        double known = Double.NaN;
        double logKnown = Double.NaN;
        // A kernel's twin stands before it, because equal ones are ordered as they were observed.
        for (int i = 0; i < mu.length; i++) {
            narrowness[i] = 1 / sigma[i];
            if (twin[i] != i) {
                logNorm[i] = logNorm[twin[i]];
            } else if (axis.step > 0) {
                logNorm[i] = -logInside(i);
            } else {
                if (sigma[i] != known) {
                    known = sigma[i];
                    logKnown = StrictMath.log(known);
                }
                logNorm[i] = -logInside(i) - Gauss.LOG_SQRT_2PI - logKnown;
            }
        }
    }

    /** Kernels at observed values, given in the order of the trials, and the prior. */
    static NumericKernels of(Axis axis, double[] observations) {
        int k = observations.length;
        double[] mu = new double[k + 1];
        double[] sigma = new double[k + 1];
        double range = axis.high - axis.low;
        for (int i = 0; i < k; i++) {
            mu[i] = axis.forward(observations[i]) + 0.0;
        }
        mu[k] = (axis.low + axis.high) / 2;
        sigma[k] = range;
        double narrowest = range / Math.min(100.0, k + 2.0);
        int[] order = StableOrder.of(mu, k);
        int[] twin = new int[k + 1];
        for (int rank = 0; rank < k; rank++) {
            int i = order[rank];
            sigma[i] = Math.min(Math.max(gap(axis, mu, order, rank), narrowest), range);
            int before = rank == 0 ? i : order[rank - 1];
            twin[i] = mu[before] == mu[i] && sigma[before] == sigma[i] && rank > 0 ? twin[before] : i;
        }
        twin[k] = k;
        return new NumericKernels(axis, mu, sigma, twin);
    }

    /** The greater gap to the neighbours; the outermost of several look inwards only. */
    private static double gap(Axis axis, double[] mu, int[] order, int rank) {
        int last = order.length - 1;
        double center = mu[order[rank]];
        double left = center - (rank == 0 ? axis.low : mu[order[rank - 1]]);
        double right = (rank == last ? axis.high : mu[order[rank + 1]]) - center;
        if (last > 0 && rank == 0) {
            return right;
        }
        return last > 0 && rank == last ? left : Math.max(left, right);
    }

    @Override
    public void addLogDensity(double value, double[] perKernel, double floor) {
        if (areMasses()) {
            addMasses(value, perKernel, floor);
            return;
        }
        double x = axis.forward(value);
        for (int i = 0; i < mu.length; i++) {
            double z = (x - mu[i]) * narrowness[i];
            perKernel[i] += logNorm[i] - z * z / 2;
        }
    }

    private void addMasses(double value, double[] perKernel, double floor) {
        Step step = step(value);
        for (int i = 0; i < mu.length; i++) {
            if (perKernel[i] >= floor) {
                perKernel[i] += step.logMass(twin[i]);
            }
        }
    }

    @Override
    public boolean areMasses() {
        return axis.step > 0;
    }

    @Override
    public double logPrior(double value) {
        return step(value).logMass(mu.length - 1);
    }

    private Step step(double value) {
        return steps.computeIfAbsent(value, Step::new);
    }

    /** The masses of one step, each computed when it is first asked for. */
    private final class Step {

        private final double from;
        private final double to;
        private final double[] logMasses = new double[mu.length];

        Step(double value) {
            this.from = axis.forward(value - axis.step / 2);
            this.to = axis.forward(value + axis.step / 2);
            Arrays.fill(logMasses, Double.NaN);
        }

        double logMass(int i) {
            if (Double.isNaN(logMasses[i])) {
                logMasses[i] = logNorm[i] + NumericKernels.logMass((from - mu[i]) / sigma[i], (to - mu[i]) / sigma[i]);
            }
            return logMasses[i];
        }
    }

    private static double logMass(double a, double b) {
        double middle = (a + b) / 2;
        return b - a > NARROW ? Gauss.logMass(a, b) : StrictMath.log(b - a) - Gauss.LOG_SQRT_2PI - middle * middle / 2;
    }

    private double logInside(int i) {
        double a = (axis.low - mu[i]) / sigma[i];
        double b = (axis.high - mu[i]) / sigma[i];
        return a < -WHOLE && b > WHOLE ? 0 : Gauss.logMass(a, b);
    }

    @Override
    public double draw(int kernel, SplittableRandom random) {
        double a = (axis.low - mu[kernel]) / sigma[kernel];
        double b = (axis.high - mu[kernel]) / sigma[kernel];
        if (Double.isNaN(logMass[kernel])) {
            logOutside[kernel] = Gauss.logOutside(a, b);
            logMass[kernel] = Gauss.logMass(a, b);
        }
        double x = mu[kernel]
                + sigma[kernel] * Gauss.quantile(random.nextDouble(), a, logOutside[kernel], logMass[kernel]);
        return axis.backward(Math.min(Math.max(x, axis.low), axis.high));
    }
}
