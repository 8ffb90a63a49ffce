package io.modeltracking.tablesaw;

import io.modeltracking.Dataset;
import io.modeltracking.Dataset.Type;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Tablesaw's columns by the accessors of {@link Dataset.Column}. Its missing values are marks among the values. */
final class TablesawColumns {

    private TablesawColumns() {}

    static Dataset.Column of(Column<?> column) {
        if (column instanceof DoubleColumn reals) {
            return new Reals(reals.name(), reals::getDouble);
        }
        if (column instanceof FloatColumn reals) {
            return new Reals(reals.name(), reals::getDouble);
        }
        if (column instanceof IntColumn ints) {
            return integers(column, Type.INTEGER, ints::getInt);
        }
        if (column instanceof ShortColumn shorts) {
            return integers(column, Type.INTEGER, shorts::getShort);
        }
        if (column instanceof LongColumn longs) {
            return integers(column, Type.INTEGER, longs::getLong);
        }
        if (column instanceof BooleanColumn booleans) {
            return integers(column, Type.BOOLEAN, booleans::getByte);
        }
        if (column instanceof DateColumn dates) {
            return integers(column, Type.DATE, row -> dates.get(row).toEpochDay());
        }
        if (column instanceof TimeColumn times) {
            return integers(column, Type.TIME, row -> times.get(row).toNanoOfDay());
        }
        if (column instanceof DateTimeColumn times) {
            return texts(column, Type.DATETIME, row -> times.get(row).toString());
        }
        if (column instanceof InstantColumn instants) {
            return texts(column, Type.INSTANT, row -> instants.get(row).toString());
        }
        if (column instanceof StringColumn strings) {
            return texts(column, Type.TEXT, strings::get);
        }
        return texts(column, Type.TEXT, column::getUnformattedString);
    }

    private static Dataset.Column integers(Column<?> column, Type type, IntToLongFunction values) {
        return new Integers(column.name(), type, column::isMissing, values);
    }

    private static Dataset.Column texts(Column<?> column, Type type, IntFunction<String> values) {
        return new Texts(column.name(), type, column::isMissing, values);
    }

    private record Integers(String name, Type type, IntPredicate missing, IntToLongFunction values)
            implements Dataset.Column {
        @Override
        public boolean isMissing(int row) {
            return missing.test(row);
        }

        @Override
        public long integer(int row) {
            return values.applyAsLong(row);
        }
    }

    /** NaN is how Tablesaw marks a missing real. */
    private record Reals(String name, IntToDoubleFunction values) implements Dataset.Column {
        @Override
        public Type type() {
            return Type.REAL;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values.applyAsDouble(row));
        }

        @Override
        public double real(int row) {
            return values.applyAsDouble(row);
        }
    }

    private record Texts(String name, Type type, IntPredicate missing, IntFunction<String> values)
            implements Dataset.Column {
        @Override
        public boolean isMissing(int row) {
            return missing.test(row);
        }

        @Override
        public String text(int row) {
            return values.apply(row);
        }
    }
}
