package io.modeltracking.search;

import java.util.Arrays;

/**
 * The power transformation of Yeo and Johnson (Biometrika 87, 2000, 954-959) that makes values most like a normal sample. It
 * keeps their order; few values far from the others no longer set the scale for all.
 */
final class YeoJohnson {

    private static final double LEAST = -1;
    private static final double STEP = 0.1;
    private static final int STEPS = 40;

    private YeoJohnson() {}

    /** Transforms by the power of the greatest likelihood, from -1 to 3 in steps of 0.1; 1 changes nothing. */
    static double[] normalised(double[] values) {
        double best = 1;
        double greatest = logLikelihood(values, best);
        for (int i = 0; i <= STEPS; i++) {
            double power = LEAST + STEP * i;
            double likelihood = logLikelihood(values, power);
            if (likelihood > greatest) {
                greatest = likelihood;
                best = power;
            }
        }
        double power = best;
        return Arrays.stream(values).map(value -> transform(value, power)).toArray();
    }

    static double transform(double value, double power) {
        return value < 0 ? -boxCox(-value, 2 - power) : boxCox(value, power);
    }

    private static double boxCox(double value, double power) {
        double log = StrictMath.log1p(value);
        return Math.abs(power) < STEP / 2 ? log : StrictMath.expm1(power * log) / power;
    }

    /** Up to a constant; of normal values with the mean and variance that are likeliest. */
    static double logLikelihood(double[] values, double power) {
        int n = values.length;
        double[] transformed = new double[n];
        double mean = 0;
        double logSlopes = 0;
        for (int i = 0; i < n; i++) {
            transformed[i] = transform(values[i], power);
            mean += transformed[i] / n;
            logSlopes += Math.signum(values[i]) * StrictMath.log1p(Math.abs(values[i]));
        }
        double variance = 0;
        for (double each : transformed) {
            variance += (each - mean) * (each - mean) / n;
        }
        return (power - 1) * logSlopes - n / 2.0 * StrictMath.log(variance);
    }
}
