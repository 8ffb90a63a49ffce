package io.modeltracking.experiment;

import io.modeltracking.autolog.Explanation;
import java.util.Arrays;

/** Where a row's value of a feature stands among all, from 0 (low) to 1 (high). */
final class FeatureLevels {

    private FeatureLevels() {}

    /** Of a feature without an order: NaN. */
    static double[] none(Explanation explanation) {
        double[] levels = new double[explanation.rows().length];
        Arrays.fill(levels, Double.NaN);
        return levels;
    }

    /** NaN where the value is missing; equal values share the middle of their ranks. */
    static double[] of(Explanation explanation, int feature) {
        double[] sorted = Arrays.stream(explanation.values())
                .mapToDouble(row -> row[feature])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] levels = none(explanation);
        for (int row = 0; row < levels.length; row++) {
            double value = explanation.values()[row][feature];
            if (!Double.isNaN(value)) {
                levels[row] = (smaller(sorted, value) + smaller(sorted, Math.nextUp(value))) / 2.0 / sorted.length;
            }
        }
        return levels;
    }

    private static int smaller(double[] sorted, double than) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < than) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
