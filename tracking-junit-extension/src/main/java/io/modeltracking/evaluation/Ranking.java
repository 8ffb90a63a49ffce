package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Rows in ascending order of a score, stable, with its groups of ties. All rank metrics of a score share one ranking, so that
 * they cost one sort.
 */
final class Ranking {

    /** Rates that were divided back from totals count as equal when they agree to this relative difference. */
    static final double DERIVED = 0x1p-48;

    private final int[] order;
    private final int[] groupEnds;

    private Ranking(int[] order, int[] groupEnds) {
        this.order = order;
        this.groupEnds = groupEnds;
    }

    static Ranking of(double[] score) {
        return of(score, 0);
    }

    /** Ties are scores within {@code tolerance} (relative) of the first of their group. */
    static Ranking of(double[] score, double tolerance) {
        int[] order = order(score);
        int[] ends = new int[order.length];
        int groups = 0;
        double limit = limit(score[order[0]], tolerance);
        for (int k = 1; k < order.length; k++) {
            double value = score[order[k]];
            if (value > limit) {
                ends[groups++] = k;
                limit = limit(value, tolerance);
            }
        }
        ends[groups++] = order.length;
        return new Ranking(order, Arrays.copyOf(ends, groups));
    }

    private static double limit(double value, double tolerance) {
        return value + Math.abs(value) * tolerance;
    }

    /** Row numbers, ascending by score; equal scores in the order of the rows. */
    int[] order() {
        return order;
    }

    /** Position after the last row of each group of ties, ascending. */
    int[] groupEnds() {
        return groupEnds;
    }

    int size() {
        return order.length;
    }

    /** Radix sort, 8 bits a pass: stable, linear, and without an object a row. */
    private static int[] order(double[] score) {
        int n = score.length;
        long[] keys = new long[n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToLongBits(score[i] + 0.0);
            keys[i] = bits ^ ((bits >> 63) | Long.MIN_VALUE);
            order[i] = i;
        }
        int[] sorted = new int[n];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] starts = new int[257];
            for (long key : keys) {
                starts[digit(key, shift) + 1]++;
            }
            if (starts[digit(keys[0], shift) + 1] == n) {
                continue;
            }
            for (int digit = 1; digit < starts.length; digit++) {
                starts[digit] += starts[digit - 1];
            }
            for (int row : order) {
                sorted[starts[digit(keys[row], shift)]++] = row;
            }
            int[] swap = order;
            order = sorted;
            sorted = swap;
        }
        return order;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & 0xff;
    }
}
