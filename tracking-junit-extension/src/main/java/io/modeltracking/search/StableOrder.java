package io.modeltracking.search;

/** The order of an array's values, ascending, equal ones as they stand: a merge sort of indices without boxing. */
final class StableOrder {

    private static final int SHORT = 8;

    private StableOrder() {}

    /** Returns the indices of the first {@code length} values in ascending order of the values. */
    static int[] of(double[] values, int length) {
        int[] order = new int[length];
        for (int start = 0; start < length; start += SHORT) {
            insert(values, order, start, Math.min(start + SHORT, length));
        }
        int[] merged = new int[length];
        for (int width = SHORT; width < length; width *= 2) {
            for (int start = 0; start < length; start += 2 * width) {
                merge(
                        values,
                        order,
                        merged,
                        start,
                        Math.min(start + width, length),
                        Math.min(start + 2 * width, length));
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void insert(double[] values, int[] order, int from, int to) {
        for (int i = from; i < to; i++) {
            int place = i;
            while (place > from && values[order[place - 1]] > values[i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
    }

    private static void merge(double[] values, int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || left < middle && values[from[left]] <= values[from[right]];
            to[i] = from[takeLeft ? left++ : right++];
        }
    }
}
