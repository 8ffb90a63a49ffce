package io.modeltracking.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random portfolio of a seed. Rates come from a small grid, so that ties are frequent; every claim pattern occurs.
 *
 * @param claims counts, mostly 0
 * @param exposure positive
 * @param rate predicted
 */
record Portfolio(double[] claims, double[] exposure, double[] rate) {

    static Portfolio of(long seed, int rows) {
        Random random = new Random(seed);
        double[] claims = new double[rows];
        double[] exposure = new double[rows];
        double[] rate = new double[rows];
        for (int i = 0; i < rows; i++) {
            exposure[i] = (1 + random.nextInt(12)) / 12.0;
            rate[i] = 0.02 * (1 + random.nextInt(25));
            claims[i] = random.nextDouble() < 4 * rate[i] * exposure[i] ? 1 + random.nextInt(2) : 0;
        }
        claims[random.nextInt(rows)] = 1;
        return new Portfolio(claims, exposure, rate);
    }

    double[] observed() {
        double[] observed = new double[claims.length];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = claims[i] / exposure[i];
        }
        return observed;
    }

    /** The same rows in another order. */
    Portfolio shuffled(long seed) {
        int[] order = new int[claims.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return picked(order);
    }

    /** Row i taken {@code times[i]} times. */
    Portfolio repeated(int[] times) {
        return picked(IntStream.range(0, times.length)
                .flatMap(i -> IntStream.generate(() -> i).limit(times[i]))
                .toArray());
    }

    /** Row i with {@code times[i]} times its exposure and claims. */
    Portfolio weighted(int[] times) {
        double[] n = claims.clone();
        double[] w = exposure.clone();
        for (int i = 0; i < n.length; i++) {
            n[i] *= times[i];
            w[i] *= times[i];
        }
        return new Portfolio(n, w, rate);
    }

    private Portfolio picked(int[] rows) {
        return new Portfolio(pick(claims, rows), pick(exposure, rows), pick(rate, rows));
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
