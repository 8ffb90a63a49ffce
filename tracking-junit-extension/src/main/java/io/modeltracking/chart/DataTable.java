package io.modeltracking.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Named, typed columns of equal length.
 *
 * @param columns in order, each name once
 */
public record DataTable(List<Column> columns) {

    public DataTable {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            require(names.add(column.name()), "column " + column.name() + " stands twice in the table; name each once");
            require(
                    column.size() == columns.get(0).size(),
                    "column " + column.name() + " has " + column.size() + " rows, column "
                            + columns.get(0).name() + " has "
                            + columns.get(0).size() + "; all need the same number");
        }
    }

    /** A table of {@code double[]} and {@code String[]} columns, in the order of the map. */
    public static DataTable of(Map<String, ?> columns) {
        return of(columns, Map.of());
    }

    /** The same with units by column name; a column that is not named has none. */
    public static DataTable of(Map<String, ?> columns, Map<String, String> units) {
        List<Column> typed = new ArrayList<>();
        columns.forEach((name, values) -> {
            String unit = units.getOrDefault(name, "");
            if (values instanceof double[] numbers) {
                typed.add(new Column.Numbers(
                        name, unit, Arrays.stream(numbers).boxed().toList()));
            } else if (values instanceof String[] texts) {
                typed.add(new Column.Texts(name, unit, List.of(texts)));
            } else {
                throw new IllegalArgumentException("column " + name + " must be a double[] or a String[], not "
                        + (values == null ? "null" : values.getClass().getSimpleName()));
            }
        });
        return new DataTable(typed);
    }

    /** Number of rows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    /** Comma-separated values by RFC 4180, UTF-8, with a header line. */
    public byte[] csv() {
        return Csv.write(this);
    }

    /** The table alone as JSON; a chart's JSON has it too. */
    public byte[] json() {
        return ChartJson.write(this);
    }

    /** Unit of a column, or its name when it has none. */
    String unit(String name) {
        return find(name).map(Column::unit).filter(unit -> !unit.isEmpty()).orElse(name);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    double[] numbers(String name) {
        if (find(name).orElse(null) instanceof Column.Numbers numbers) {
            return numbers.toArray();
        }
        throw new IllegalArgumentException("the table has no column of numbers named " + name);
    }

    List<String> texts(String name) {
        if (find(name).orElse(null) instanceof Column.Texts texts) {
            return texts.values();
        }
        throw new IllegalArgumentException("the table has no column of texts named " + name);
    }

    private Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
