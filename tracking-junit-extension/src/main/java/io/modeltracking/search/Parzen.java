package io.modeltracking.search;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The Parzen estimator of Optuna 5.0: a mixture of one product kernel for each observation and a prior over the whole range,
 * older observations beyond the last 25 weighing less.
 */
final class Parzen {

    private static final int FULL_WEIGHT = 25;
    /** A kernel this many nats below the greatest adds nothing that a double can hold. */
    private static final double NEGLIGIBLE = 45;

    private final double[] weights;
    private final double[] logWeights;
    private final Kernels[] kernels;

    /**
     * @param slots the slots of the joint density
     * @param observations a row for each observation, in the order of the trials, one value for each slot
     */
    Parzen(List<Layout.Slot> slots, List<double[]> observations) {
        int k = observations.size();
        double[] ages = ageWeights(k);
        double sum = 1;
        for (double weight : ages) {
            sum += weight;
        }
        this.weights = new double[k + 1];
        this.logWeights = new double[k + 1];
        for (int i = 0; i <= k; i++) {
            weights[i] = (i < k ? ages[i] : 1) / sum;
            logWeights[i] = StrictMath.log(weights[i]);
        }
        this.kernels = new Kernels[slots.size()];
        for (int j = 0; j < kernels.length; j++) {
            double[] column = new double[k];
            for (int i = 0; i < k; i++) {
                column[i] = observations.get(i)[j];
            }
            kernels[j] = Kernels.of(slots.get(j), column);
        }
    }

    /** The weights of k observations, oldest first, before they are normalised. */
    static double[] ageWeights(int k) {
        double[] weights = new double[k];
        int ramp = k - FULL_WEIGHT;
        for (int i = 0; i < k; i++) {
            double start = 1.0 / k;
            if (i >= ramp || (i == ramp - 1 && ramp > 1)) {
                weights[i] = 1;
            } else {
                weights[i] = ramp == 1 ? start : start + i * ((1 - start) / (ramp - 1));
            }
        }
        return weights;
    }

    double[] weights() {
        return weights.clone();
    }

    Kernels kernels(int slot) {
        return kernels[slot];
    }

    double[] draw(SplittableRandom random) {
        double left = random.nextDouble();
        int kernel = 0;
        while (kernel < weights.length - 1 && (left -= weights[kernel]) >= 0) {
            kernel++;
        }
        double[] values = new double[kernels.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = kernels[j].draw(kernel, random);
        }
        return values;
    }

    double logDensity(double[] values) {
        return logSum(logTerms(values));
    }

    /**
     * The logarithm of what each kernel adds to the density. Kernels that are negligible beside the prior stay above their
     * value, and still negligible.
     */
    double[] logTerms(double[] values) {
        double[] terms = logWeights.clone();
        int prior = terms.length - 1;
        double masses = 0;
        for (int j = 0; j < kernels.length; j++) {
            if (kernels[j].areMasses()) {
                masses += kernels[j].logPrior(values[j]);
            } else {
                kernels[j].addLogDensity(values[j], terms, Double.NEGATIVE_INFINITY);
            }
        }
        double floor = terms[prior] + masses - NEGLIGIBLE;
        for (int j = 0; j < kernels.length; j++) {
            if (kernels[j].areMasses()) {
                kernels[j].addLogDensity(values[j], terms, floor);
            }
        }
        return terms;
    }

    static double greatest(double[] terms) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double each : terms) {
            greatest = Math.max(greatest, each);
        }
        return greatest;
    }

    /** The logarithm of the sum of exponentials, never less than the greatest term. */
    static double logSum(double[] terms) {
        double greatest = greatest(terms);
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (double each : terms) {
            if (each - greatest > -NEGLIGIBLE) {
                sum += StrictMath.exp(each - greatest);
            }
        }
        return greatest + StrictMath.log(sum);
    }
}
