package io.modeltracking.sample.portfolio;

import java.util.random.RandomGenerator;

/** Random numbers of a portfolio, made from uniform ones by textbook methods, so that every Java version draws the same. */
final class Draw {

    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    /** From 0 to 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** From {@code min} to {@code max}, both included. */
    int integer(int min, int max) {
        return min + (int) (uniform() * (max - min + 1));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Close to normal: the sum of twelve uniform numbers. */
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return mean + deviation * sum;
    }

    /** An index, in proportion to the weights. */
    int index(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Poisson, by inversion. */
    int poisson(double mean) {
        double probability = StrictMath.exp(-mean);
        double left = uniform();
        int count = 0;
        while (left >= probability && count < 100) {
            left -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** Gamma of a whole shape: the mean of so many exponential numbers. */
    double gamma(int shape, double mean) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(1 - uniform());
        }
        return mean * sum / shape;
    }

    /** Pareto, by inversion: at least {@code min}. */
    double pareto(double min, double index) {
        return min * StrictMath.pow(1 - uniform(), -1 / index);
    }
}
