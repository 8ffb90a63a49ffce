package io.modeltracking;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in parts: part 0 to learn from, part 1 to choose by, part 2, where there is one, to judge by. Each row is in one part;
 * rows count from 0. Immutable. {@link Splits} makes them, {@code run.split} records them.
 */
public final class Split {

    private final String method;
    private final int[] parts;
    private final int count;

    Split(String method, int[] parts, int count) {
        this.method = method;
        this.parts = parts;
        this.count = count;
    }

    /** How the parts came about, in words. */
    public String method() {
        return method;
    }

    /** Number of rows in all parts. */
    public int size() {
        return parts.length;
    }

    /** Number of parts. */
    public int count() {
        return count;
    }

    /** The part of a row. */
    public int part(int row) {
        return parts[row];
    }

    /** Rows of a part, ascending; Tablesaw takes them as {@code table.where(Selection.with(rows))}. */
    public int[] rows(int part) {
        if (part < 0 || part >= count) {
            throw new IllegalArgumentException(
                    "part " + part + " of a split in " + count + " parts: they are 0 to " + (count - 1));
        }
        return IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray();
    }

    /** Rows of part 0. */
    public int[] train() {
        return rows(0);
    }

    /** Rows of part 1. */
    public int[] validation() {
        return rows(1);
    }

    /** Rows of part 2. */
    public int[] holdout() {
        return rows(2);
    }

    /** A column's values in the rows of a part. */
    public double[] of(double[] column, int part) {
        checkLength(column.length);
        return Arrays.stream(rows(part)).mapToDouble(row -> column[row]).toArray();
    }

    /** A column's texts in the rows of a part. */
    public String[] of(String[] column, int part) {
        checkLength(column.length);
        return Arrays.stream(rows(part)).mapToObj(row -> column[row]).toArray(String[]::new);
    }

    private void checkLength(int length) {
        if (length != parts.length) {
            throw new IllegalArgumentException(
                    "the column has " + length + " rows, the split " + parts.length + ": give the whole column");
        }
    }

    /** {@code grouped: 60.0 % / 20.0 % / 20.0 % of 500 rows}. */
    @Override
    public String toString() {
        int[] sizes = new int[count];
        Arrays.stream(parts).forEach(part -> sizes[part]++);
        return method
                + Arrays.stream(sizes)
                        .mapToObj(size -> String.format(Locale.ROOT, "%.1f %%", 100.0 * size / parts.length))
                        .collect(Collectors.joining(" / ", ": ", " of " + parts.length + " rows"));
    }
}
