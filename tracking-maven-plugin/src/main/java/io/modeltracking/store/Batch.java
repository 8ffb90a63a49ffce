package io.modeltracking.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modeltracking.run.Reals;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Rows for one table, gathered and written together. */
final class Batch implements AutoCloseable {

    private final PreparedStatement statement;
    private int column;
    private boolean filled;

    Batch(java.sql.Connection connection, String table, String... columns) throws SQLException {
        String marks = "?, ".repeat(columns.length - 1) + "?";
        statement = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")");
    }

    Batch text(String value) throws SQLException {
        statement.setString(++column, value == null ? null : storable(value));
        return this;
    }

    /** PostgreSQL keeps no character 0, and no half of a pair; the journal does. */
    static String storable(String text) {
        boolean plain = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
        return plain ? text : new String(text.replace('\0', '\uFFFD').getBytes(UTF_8), UTF_8);
    }

    Batch number(Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++column, Types.BIGINT);
        } else {
            statement.setLong(++column, value);
        }
        return this;
    }

    Batch number(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    Batch real(Double value) throws SQLException {
        if (value == null || Double.isNaN(value)) {
            statement.setNull(++column, Types.DOUBLE);
        } else {
            statement.setDouble(++column, value);
        }
        return this;
    }

    /** Two columns: the value where a database holds it exactly, else its text. */
    Batch exactReal(Double value) throws SQLException {
        boolean plain = value != null && Double.isFinite(value) && !isNegativeZero(value);
        real(plain ? value : null);
        return text(value == null || plain ? null : Reals.text(value));
    }

    private static boolean isNegativeZero(double value) {
        return Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
    }

    void add() throws SQLException {
        statement.addBatch();
        column = 0;
        filled = true;
    }

    void flush() throws SQLException {
        if (filled) {
            statement.executeBatch();
            filled = false;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
