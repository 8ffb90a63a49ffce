package io.modeltracking.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Columns of equal length, in order: each a {@code double[]} or a {@code String[]} under its name.
 *
 * @param name what the table is kept as, in snake case
 * @param columns values by column name
 * @param units units by column name, where there is one to state
 */
public record Table(String name, Map<String, Object> columns, Map<String, String> units) {

    public Table {
        units = Map.copyOf(units);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /** Numbers of a column. */
    public double[] numbers(String column) {
        return ((double[]) columns.get(column)).clone();
    }

    /** Texts of a column. */
    public String[] texts(String column) {
        return ((String[]) columns.get(column)).clone();
    }

    /** Collects columns. */
    static final class Builder {
        private final String name;
        private final Map<String, Object> columns = new LinkedHashMap<>();
        private final Map<String, String> units = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder numbers(String column, double[] values) {
            columns.put(column, values);
            return this;
        }

        Builder texts(String column, String[] values) {
            columns.put(column, values);
            return this;
        }

        <T> Builder numbers(String column, List<T> rows, ToDoubleFunction<T> value) {
            return numbers(column, rows.stream().mapToDouble(value).toArray());
        }

        <T> Builder texts(String column, List<T> rows, Function<T, String> value) {
            return texts(column, rows.stream().map(value).toArray(String[]::new));
        }

        /** States a column's unit. */
        Builder unit(String column, String unit) {
            units.put(column, unit);
            return this;
        }

        Table build() {
            return new Table(name, columns, units);
        }
    }
}
