package io.modeltracking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits of rows into parts to learn from, to choose by and to judge by.
 *
 * <pre>{@code
 * Split split = Splits.grouped(seeds, Splits.adjacent(rows, "VehPower", "DrivAge"), 0.6, 0.2, 0.2);
 * run.split(split, rows, "VehPower", "DrivAge");
 * }</pre>
 *
 * <p>Shares are positive and sum to 1: the first part's first. Random ones are drawn from the shared stream {@code split}, so
 * that all trials and experiments of a root seed have the same parts.
 */
public final class Splits {

    private static final String STREAM = "split";

    private Splits() {}

    /** Row by row at random, with exactly rounded sizes. Only for rows that are independent of each other. */
    public static Split random(Seeds seeds, int rows, double... shares) {
        checkRows(rows);
        double[] bounds = bounds(shares);
        Draws draws = new Draws(seeds.shared(STREAM));
        int[] order = IntStream.range(0, rows).toArray();
        for (int last = rows - 1; last > 0; last--) {
            int other = draws.below(last + 1);
            int row = order[last];
            order[last] = order[other];
            order[other] = row;
        }
        int[] parts = new int[rows];
        for (int k = 0; k < rows; k++) {
            parts[order[k]] = part(k, rows, bounds);
        }
        return new Split("random", parts, shares.length);
    }

    /**
     * Whole groups at random: rows of one policyholder, fleet or accident stay together. The part of a group depends on the seed
     * and the group's text alone, so that data that grows keeps its parts; the shares hold on average.
     *
     * @param groups the group of each row, known by its {@code toString}
     */
    public static Split grouped(Seeds seeds, Object[] groups, double... shares) {
        checkRows(groups.length);
        requireNoNull("groups", groups);
        double[] bounds = bounds(shares);
        long seed = seeds.shared(STREAM);
        int[] parts = new int[groups.length];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = part(Draws.uniform(seed, groups[row].toString()), bounds);
        }
        return new Split("grouped", parts, shares.length);
    }

    /** {@link #grouped(Seeds, Object[], double...)} by numbers, such as those of {@link #adjacent}. */
    public static Split grouped(Seeds seeds, int[] groups, double... shares) {
        return grouped(seeds, Arrays.stream(groups).boxed().toArray(), shares);
    }

    /**
     * The oldest rows to learn from, the newest to judge by; no seed. Rows of one time stay together: they go where the first of
     * them falls.
     *
     * @param times comparable with each other, such as dates
     */
    public static <T extends Comparable<? super T>> Split byTime(T[] times, double... shares) {
        checkRows(times.length);
        requireNoNull("times", times);
        double[] bounds = bounds(shares);
        Integer[] order = IntStream.range(0, times.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(row -> times[row]));
        int[] parts = new int[times.length];
        int part = 0;
        for (int k = 0; k < order.length; k++) {
            if (k == 0 || times[order[k]].compareTo(times[order[k - 1]]) != 0) {
                part = part(k, order.length, bounds);
            }
            parts[order[k]] = part;
        }
        return new Split("by time", parts, shares.length);
    }

    /**
     * A split that comes from elsewhere, such as a published one.
     *
     * @param parts the part of each row, counted from 0, none of them empty
     */
    public static Split given(int... parts) {
        checkRows(parts.length);
        int count = Arrays.stream(parts).max().orElse(0) + 1;
        for (int row = 0; row < parts.length; row++) {
            require(parts[row] >= 0, "row " + row + " is in part " + parts[row] + ": parts count from 0");
        }
        require(count >= 2, "a split needs two parts, but every row is in part 0");
        require(
                Arrays.stream(parts).distinct().count() == count,
                "parts are numbered without a gap, but some of 0 to " + (count - 1) + " has no row");
        return new Split("given", parts.clone(), count);
    }

    /**
     * Groups for {@link #grouped}: neighbouring rows that agree in all these columns, as the records of one policy or fleet do
     * in files that are sorted by contract.
     *
     * @param columns by default all
     * @return the group of each row, numbered from 0 in the order of the rows
     */
    public static int[] adjacent(Dataset rows, String... columns) {
        int[] equal = equal(rows, columns);
        int[] groups = new int[equal.length];
        for (int row = 1; row < groups.length; row++) {
            groups[row] = groups[row - 1] + (equal[row] == equal[row - 1] ? 0 : 1);
        }
        return groups;
    }

    /**
     * Groups for {@link #grouped}: all rows that agree in these columns, wherever they stand. A missing value agrees with
     * another.
     *
     * @param columns by default all
     * @return the group of each row, numbered from 0 in the order of their first rows
     * @throws IllegalArgumentException when there is no such column
     * @throws IllegalStateException when the data set is a file, whose rows are not read here
     */
    public static int[] equal(Dataset rows, String... columns) {
        return EqualRows.of(rows, columns);
    }

    private static int part(int position, int rows, double[] bounds) {
        int part = 0;
        while (part < bounds.length && position >= StrictMath.round(bounds[part] * rows)) {
            part++;
        }
        return part;
    }

    private static int part(double uniform, double[] bounds) {
        int part = 0;
        while (part < bounds.length && uniform >= bounds[part]) {
            part++;
        }
        return part;
    }

    /** Where each part but the last ends, as a share of all. */
    private static double[] bounds(double... shares) {
        require(shares.length >= 2, "a split needs the shares of two parts or more, not of " + shares.length);
        double sum = 0;
        double[] bounds = new double[shares.length - 1];
        for (int part = 0; part < shares.length; part++) {
            require(shares[part] > 0, "share " + part + " is " + shares[part] + ": each part needs a positive one");
            sum += shares[part];
            if (part < bounds.length) {
                bounds[part] = sum;
            }
        }
        require(Math.abs(sum - 1) < 1e-9, "the shares " + Arrays.toString(shares) + " sum to " + sum + ", not to 1");
        return bounds;
    }

    private static void checkRows(int rows) {
        require(rows > 0, "no rows: there is nothing to split");
    }

    private static void requireNoNull(String name, Object[] values) {
        for (int row = 0; row < values.length; row++) {
            require(values[row] != null, name + " has no value in row " + row + " (rows count from 0): name one");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), spelled out so that no JDK changes the draws. */
    private static final class Draws {

        private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

        private long state;

        Draws(long seed) {
            state = seed;
        }

        /** From 0 to below the bound. */
        int below(int bound) {
            state += GOLDEN_GAMMA;
            return (int) Math.multiplyHigh(mix(state) >>> 1, 2L * bound);
        }

        /** From 0 to below 1, by the seed and the text alone. */
        static double uniform(long seed, String text) {
            long hash = mix(seed + GOLDEN_GAMMA);
            for (int i = 0; i < text.length(); i++) {
                hash = mix((hash ^ text.charAt(i)) + GOLDEN_GAMMA);
            }
            return (hash >>> 11) * 0x1p-53;
        }

        private static long mix(long z) {
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }
}
