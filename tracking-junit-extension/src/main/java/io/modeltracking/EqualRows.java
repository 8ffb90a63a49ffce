package io.modeltracking;

import io.modeltracking.Dataset.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/** Which rows of a table agree: exactly, column by column, without a hash that might stand for two values. */
final class EqualRows {

    private EqualRows() {}

    /** The number of each row's group, in the order of their first rows; all columns when none is named. */
    static int[] of(Dataset dataset, String... names) {
        Dataset.Table table = dataset.table()
                .orElseThrow(() -> new IllegalStateException("The rows of "
                        + dataset.source().file() + " are not read here: read the file, and give what was read"));
        int[] groups = new int[table.rows()];
        for (Column column : columns(table, names)) {
            int[] codes = numbered(groups.length, bits(column));
            int[] before = groups;
            groups = numbered(
                    before.length,
                    row -> ((long) before[row] << 32) | (column.isMissing(row) ? 0xffff_ffffL : codes[row]));
        }
        return groups;
    }

    private static List<Column> columns(Dataset.Table table, String... names) {
        if (names.length == 0) {
            return List.copyOf(table.columns());
        }
        Map<String, Column> byName =
                table.columns().stream().collect(Collectors.toMap(Column::name, column -> column, (a, b) -> a));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = byName.get(name);
            if (column == null) {
                throw new IllegalArgumentException("No column \"" + name + "\": there are "
                        + table.columns().stream().map(Column::name).toList());
            }
            columns.add(column);
        }
        return columns;
    }

    /** A number a value, different ones for different values; what stands for a missing one has no meaning. */
    private static IntToLongFunction bits(Column column) {
        Map<String, Integer> texts = new HashMap<>();
        return row -> column.isMissing(row)
                ? 0
                : switch (column.type()) {
                    case REAL -> Double.doubleToLongBits(column.real(row) + 0.0);
                    case INTEGER, BOOLEAN, DATE, TIME -> column.integer(row);
                    case TEXT, DATETIME, INSTANT -> {
                        Integer number = texts.putIfAbsent(column.text(row), texts.size());
                        yield number == null ? texts.size() - 1 : number;
                    }
                };
    }

    /** Numbers the different keys from 0, in the order of their first rows; open addressing, without an object a row. */
    private static int[] numbered(int rows, IntToLongFunction key) {
        int slots = Integer.highestOneBit(Math.max(rows, 1)) * 4;
        long[] keys = new long[slots];
        int[] numbers = new int[slots];
        Arrays.fill(numbers, -1);
        int[] numbered = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            long wanted = key.applyAsLong(row);
            long mixed = wanted * 0x9e3779b97f4a7c15L;
            int slot = (int) ((mixed ^ (mixed >>> 32)) & (slots - 1));
            while (numbers[slot] >= 0 && keys[slot] != wanted) {
                slot = (slot + 1) & (slots - 1);
            }
            if (numbers[slot] < 0) {
                keys[slot] = wanted;
                numbers[slot] = count++;
            }
            numbered[row] = numbers[slot];
        }
        return numbered;
    }
}
