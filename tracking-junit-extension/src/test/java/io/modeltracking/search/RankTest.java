package io.modeltracking.search;

import java.util.Arrays;

/** Order statistics of regrets and the one-sided Mann-Whitney test (normal approximation, corrected for ties). */
final class RankTest {

    private RankTest() {}

    /** The probability of ranks at least this bad if the sample were no greater than the reference. */
    static double pGreater(double[] sample, double[] reference) {
        double u = 0;
        for (double x : sample) {
            for (double y : reference) {
                u += x > y ? 1 : x == y ? .5 : 0;
            }
        }
        double n = sample.length;
        double m = reference.length;
        double[] all = Arrays.copyOf(sample, sample.length + reference.length);
        System.arraycopy(reference, 0, all, sample.length, reference.length);
        Arrays.sort(all);
        double ties = 0;
        for (int i = 0; i < all.length; ) {
            int end = i;
            while (end < all.length && all[end] == all[i]) {
                end++;
            }
            double run = end - i;
            ties += run * run * run - run;
            i = end;
        }
        double total = n + m;
        double deviation = Math.sqrt(n * m / 12 * (total + 1 - ties / (total * (total - 1))));
        return deviation == 0 ? 1 : 1 - Gauss.cdf((u - n * m / 2 - .5) / deviation);
    }

    /** Linear interpolation between order statistics, as NumPy does by default. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
