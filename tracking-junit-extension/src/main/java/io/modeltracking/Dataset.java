package io.modeltracking;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A data set that a run reads: {@code run.dataset("train", Dataset.of(file).role(Role.TRAIN))}. Immutable.
 *
 * <p>What is recorded is a hash of its content, a summary of each column and where it came from; rows only when
 * {@link #sample} asks for them.
 */
public final class Dataset {

    private final Table table;
    private final Source source;
    private final Role role;
    private final List<String> keys;
    private final int sample;

    private Dataset(Table table, Source source, Role role, List<String> keys, int sample) {
        this.table = table;
        this.source = source;
        this.role = role;
        this.keys = keys;
        this.sample = sample;
    }

    /**
     * A file. CSV ({@code .csv}, {@code .tsv}, also with {@code .gz}) is known by its columns, others by their bytes.
     *
     * @throws IllegalArgumentException when it is no readable file
     */
    public static Dataset of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("The data set " + file + " is no readable file: give a path from "
                    + Path.of("").toAbsolutePath() + ", or an absolute one");
        }
        return of(null, Source.file(file));
    }

    /**
     * The rows of a query, all of them read now. A scrollable set stands before its first row afterwards; of one that only
     * goes forward, take the columns from here: {@link #doubles}, {@link #strings}.
     *
     * @param sql the query, recorded with its bind values: give none that are secret
     * @throws SQLException when reading fails
     * @throws IllegalArgumentException when rows have been read already, or a column has values that no one type holds
     */
    public static Dataset of(ResultSet rows, String sql, Object... bindings) throws SQLException {
        return of(ResultSetTable.read(rows), Source.sql(sql, bindings));
    }

    /**
     * Numbers in memory; NaN is a missing value. They are copied.
     *
     * @param names one a column
     * @throws IllegalArgumentException when a row has another length than there are names
     */
    public static Dataset of(double[][] rows, String... names) {
        return of(ArrayColumn.table(rows, names), Source.array());
    }

    /** Any other table: what an adapter to a data frame library calls. */
    public static Dataset of(Table table, Source source) {
        return new Dataset(table, Objects.requireNonNull(source, "source"), null, List.of(), 0);
    }

    /** Says what the data set is for. */
    public Dataset role(Role role) {
        return new Dataset(table, source, Objects.requireNonNull(role, "role"), keys, sample);
    }

    /** Names the columns that identify a row: their values appear nowhere as they are. */
    public Dataset keys(String... columns) {
        return new Dataset(table, source, role, List.of(columns), sample);
    }

    /** Keeps that many rows, chosen by the seed, with the run. They may be personal data: none are kept by default. */
    public Dataset sample(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("A sample of " + rows + " rows: use 1 or more, or 0 for none");
        }
        return new Dataset(table, source, role, keys, rows);
    }

    /**
     * The values of a numeric or boolean column; NaN where they are missing.
     *
     * @throws IllegalArgumentException when there is no such column, or it holds no numbers
     * @throws IllegalStateException when this is a file, whose rows are not read here
     */
    public double[] doubles(String column) {
        return ArrayColumn.doubles(column(column), rows());
    }

    /**
     * The values of a column as text, dates as in ISO 8601; null where they are missing.
     *
     * @throws IllegalArgumentException when there is no such column, or it holds real numbers
     * @throws IllegalStateException when this is a file, whose rows are not read here
     */
    public String[] strings(String column) {
        return ArrayColumn.strings(column(column), rows());
    }

    private int rows() {
        return table.rows();
    }

    private Column column(String name) {
        if (table == null) {
            throw new IllegalStateException(
                    "The rows of " + source.file() + " are not read here: read the file, and give what was read");
        }
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column \"" + name + "\": there are "
                        + table.columns().stream().map(Column::name).toList()));
    }

    /** The rows, empty for a file. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    public Source source() {
        return source;
    }

    /** Empty when none was given. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /** Names of the key columns. */
    public List<String> keys() {
        return keys;
    }

    /** The number of rows to keep. */
    public int sample() {
        return sample;
    }

    /** What the values of a column are. */
    public enum Type {
        /** {@link Column#integer}. */
        INTEGER,
        /** {@link Column#real}; NaN is missing. */
        REAL,
        /** {@link Column#integer}: 0 or 1. */
        BOOLEAN,
        /** {@link Column#text}. */
        TEXT,
        /** {@link Column#integer}: days since 1970-01-01. */
        DATE,
        /** {@link Column#integer}: nanoseconds since midnight. */
        TIME,
        /** {@link Column#text}, as {@link java.time.LocalDateTime#toString} writes it. */
        DATETIME,
        /** {@link Column#text}, as {@link java.time.Instant#toString} writes it. */
        INSTANT
    }

    /** Columns of equal length. Read by several threads at once, and not after {@code run.dataset} has returned. */
    public interface Table {
        int rows();

        List<? extends Column> columns();

        /** The library's own table, by whose identity autologging knows where it was read from; null without one. */
        default Object origin() {
            return null;
        }
    }

    /** A column; which accessor gives its values, {@link #type} says. */
    public interface Column {
        String name();

        Type type();

        boolean isMissing(int row);

        default long integer(int row) {
            throw new UnsupportedOperationException(name() + " has the type " + type());
        }

        default double real(int row) {
            throw new UnsupportedOperationException(name() + " has the type " + type());
        }

        default String text(int row) {
            throw new UnsupportedOperationException(name() + " has the type " + type());
        }

        /** A column of a type that {@link #integer} gives; the array is not copied. */
        static Column ofIntegers(String name, Type type, long[] values, BitSet missing) {
            return new ArrayColumn.Integers(name, type, values, missing);
        }

        /** A column of reals; the array is not copied. */
        static Column ofReals(String name, double[] values) {
            return new ArrayColumn.Reals(name, values);
        }

        /** A column of a type that {@link #text} gives, null where missing; the array is not copied. */
        static Column ofTexts(String name, Type type, String[] values) {
            return new ArrayColumn.Texts(name, type, values);
        }
    }

    /**
     * Where rows came from.
     *
     * @param kind {@code file}, {@code sql}, {@code table} or {@code array}
     * @param file whose bytes are hashed, or null
     * @param url of what is no file, or null
     * @param sql the query, or null
     * @param bindings its bind values
     */
    public record Source(String kind, Path file, String url, String sql, List<Object> bindings) {
        public Source {
            bindings = Collections.unmodifiableList(new ArrayList<>(bindings));
        }

        public static Source file(Path file) {
            return new Source("file", Objects.requireNonNull(file, "file"), null, null, List.of());
        }

        public static Source url(String url) {
            return new Source("file", null, Objects.requireNonNull(url, "url"), null, List.of());
        }

        public static Source sql(String sql, Object... bindings) {
            return new Source("sql", null, null, Objects.requireNonNull(sql, "sql"), Arrays.asList(bindings));
        }

        /** A table made by the program. */
        public static Source table() {
            return new Source("table", null, null, null, List.of());
        }

        /** Numbers in memory. */
        public static Source array() {
            return new Source("array", null, null, null, List.of());
        }
    }
}
