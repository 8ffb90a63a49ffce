package io.modeltracking;

import io.modeltracking.Dataset.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which rows of a table agree: exactly, column by column, without a hash that might collide. */
final class EqualRows {

    private static final Object MISSING = new Object();

    private EqualRows() {}

    /** The number of each row's group, in the order of their first rows; all columns when none is named. */
    static int[] of(Dataset dataset, String... names) {
        Dataset.Table table = dataset.table()
                .orElseThrow(() -> new IllegalStateException("The rows of "
                        + dataset.source().file() + " are not read here: read the file, and give what was read"));
        int[] groups = new int[table.rows()];
        for (Column column : columns(table, names)) {
            Map<Object, Integer> codes = new HashMap<>();
            Map<Long, Integer> numbers = new HashMap<>();
            for (int row = 0; row < groups.length; row++) {
                Object value = value(column, row);
                Integer code = codes.putIfAbsent(value, codes.size());
                long pair = ((long) groups[row] << 32) | (code == null ? codes.size() - 1 : code);
                Integer number = numbers.putIfAbsent(pair, numbers.size());
                groups[row] = number == null ? numbers.size() - 1 : number;
            }
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

    private static Object value(Column column, int row) {
        if (column.isMissing(row)) {
            return MISSING;
        }
        return switch (column.type()) {
            case REAL -> column.real(row) + 0.0;
            case INTEGER, BOOLEAN, DATE, TIME -> column.integer(row);
            case TEXT, DATETIME, INSTANT -> column.text(row);
        };
    }
}
