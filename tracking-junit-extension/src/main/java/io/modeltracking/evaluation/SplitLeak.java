package io.modeltracking.evaluation;

import io.modeltracking.Split;
import java.util.Arrays;

/**
 * What a part of a split has in common with the parts before it, as shares of its rows: what a model has learned from or was
 * chosen by is no test of it.
 *
 * @param rows of the part
 * @param keys share of rows whose key stands in an earlier part; NaN when there are no keys
 * @param features share of rows whose whole feature vector stands in an earlier part
 * @param adjacent share of rows that stand in a run of neighbouring rows of one feature vector with a row of an earlier part:
 *     most often one contract or fleet in several records
 */
public record SplitLeak(int rows, double keys, double features, double adjacent) {

    /**
     * @param part 1 or later
     * @param keys group of each row by its key, or null
     * @param features group of each row by its feature vector
     */
    public static SplitLeak of(Split split, int part, int[] keys, int[] features) {
        Check.argument(part >= 1 && part < split.count(), "part " + part + " has no part before it in this split");
        int[] runs = new int[features.length];
        for (int row = 1; row < runs.length; row++) {
            runs[row] = runs[row - 1] + (features[row] == features[row - 1] ? 0 : 1);
        }
        int rows = split.rows(part).length;
        Check.defined(rows > 0, "part " + part + " has no rows");
        return new SplitLeak(
                rows,
                keys == null ? Double.NaN : shared(split, part, keys) / (double) rows,
                shared(split, part, features) / (double) rows,
                shared(split, part, runs) / (double) rows);
    }

    private static int shared(Split split, int part, int[] groups) {
        Check.argument(
                groups.length == split.size(),
                "the table has " + groups.length + " rows, the split " + split.size()
                        + ": give the table that was split");
        boolean[] before = new boolean[Arrays.stream(groups).max().orElse(0) + 1];
        for (int row = 0; row < groups.length; row++) {
            before[groups[row]] |= split.part(row) < part;
        }
        int shared = 0;
        for (int row = 0; row < groups.length; row++) {
            shared += split.part(row) == part && before[groups[row]] ? 1 : 0;
        }
        return shared;
    }
}
