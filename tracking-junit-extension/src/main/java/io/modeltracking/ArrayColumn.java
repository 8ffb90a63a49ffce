package io.modeltracking;

import io.modeltracking.Dataset.Column;
import io.modeltracking.Dataset.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Columns over arrays, and columns as arrays. */
final class ArrayColumn {

    private ArrayColumn() {}

    record Integers(String name, Type type, long[] values, BitSet missing) implements Column {
        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        @Override
        public long integer(int row) {
            return values[row];
        }
    }

    record Reals(String name, double[] values) implements Column {
        @Override
        public Type type() {
            return Type.REAL;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public double real(int row) {
            return values[row];
        }
    }

    record Texts(String name, Type type, String[] values) implements Column {
        @Override
        public boolean isMissing(int row) {
            return values[row] == null;
        }

        @Override
        public String text(int row) {
            return values[row];
        }
    }

    record Columns(int rows, List<Column> columns) implements Dataset.Table {
        Columns {
            columns = List.copyOf(columns);
        }
    }

    static Dataset.Table table(double[][] rows, String... names) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.length; j++) {
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                if (rows[i].length != names.length) {
                    throw new IllegalArgumentException("Row " + i + " has " + rows[i].length + " values, but there are "
                            + names.length + " names: give one name a column, and every row a value for each");
                }
                values[i] = rows[i][j];
            }
            columns.add(new Reals(names[j], values));
        }
        return new Columns(rows.length, columns);
    }

    static double[] doubles(Column column, int rows) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.isMissing(row)
                    ? Double.NaN
                    : switch (column.type()) {
                        case REAL -> column.real(row);
                        case INTEGER, BOOLEAN -> column.integer(row);
                        default ->
                            throw new IllegalArgumentException("The column \"" + column.name() + "\" is "
                                    + column.type() + ", not numeric: use strings(\"" + column.name() + "\")");
                    };
        }
        return values;
    }

    static String[] strings(Column column, int rows) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.isMissing(row)
                    ? null
                    : switch (column.type()) {
                        case TEXT, DATETIME, INSTANT -> column.text(row);
                        case INTEGER -> Long.toString(column.integer(row));
                        case BOOLEAN -> Boolean.toString(column.integer(row) != 0);
                        case DATE -> LocalDate.ofEpochDay(column.integer(row)).toString();
                        case TIME -> LocalTime.ofNanoOfDay(column.integer(row)).toString();
                        case REAL ->
                            throw new IllegalArgumentException("The column \"" + column.name()
                                    + "\" is REAL, not text: use doubles(\"" + column.name() + "\")");
                    };
        }
        return values;
    }
}
