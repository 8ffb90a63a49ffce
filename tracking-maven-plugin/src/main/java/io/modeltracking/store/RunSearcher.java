package io.modeltracking.store;

import io.modeltracking.run.Reals;
import io.modeltracking.store.query.SqlCells;
import io.modeltracking.store.query.SqlFilter;
import io.modeltracking.store.query.SqlOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers searches: first which runs, then what they have in the columns. */
final class RunSearcher {

    /** Parameters a statement; databases limit them. */
    private static final int CHUNK = 1000;

    private final Connection connection;

    RunSearcher(Connection connection) {
        this.connection = connection;
    }

    List<RunRow> search(RunSearch search) throws SQLException {
        Map<Long, String> ids = ids(search);
        Map<Long, RunRow.Cell[]> cells = new HashMap<>();
        ids.keySet()
                .forEach(key -> cells.put(key, new RunRow.Cell[search.columns().size()]));
        List<Long> keys = List.copyOf(ids.keySet());
        List<SqlCells> reads = SqlCells.of(search.columns());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<Long> some = keys.subList(from, Math.min(keys.size(), from + CHUNK));
            for (SqlCells read : reads) {
                read(read, some, cells);
            }
        }
        List<RunRow> rows = new ArrayList<>();
        ids.forEach((key, id) -> rows.add(new RunRow(id, Arrays.asList(cells.get(key)))));
        return rows;
    }

    private static Statement statement(RunSearch search) {
        SqlOrder order = SqlOrder.of(search.orders());
        List<Object> arguments = new ArrayList<>(order.joinArguments());
        String sql = "select runs.run_key, runs.id from runs" + order.joins() + where(search, arguments);
        arguments.addAll(order.termArguments());
        // As numbers, not as parameters: for a few rows SQLite reads an index, for how many it cannot see it sorts all.
        String page = " limit " + search.limit() + " offset " + search.offset();
        return new Statement(sql + " order by " + order.terms() + page, arguments);
    }

    private static String where(RunSearch search, List<Object> arguments) {
        List<String> conditions = new ArrayList<>();
        if (search.filter() != null) {
            SqlFilter filter = new SqlFilter().where(search.filter());
            conditions.add(filter.sql());
            arguments.addAll(filter.arguments());
        }
        if (!search.archived()) {
            // SQLite takes what equals something for rare, and would rather sort all runs than read them by their
            // start.
            conditions.add("runs.lifecycle_stage <> 'archived'");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** How many runs match, whatever the limit and the offset. */
    long count(RunSearch search) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        String sql = "select count(*) from runs" + where(search, arguments);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, arguments);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private record Statement(String sql, List<Object> arguments) {}

    private Map<Long, String> ids(RunSearch search) throws SQLException {
        Statement statement = statement(search);
        Map<Long, String> ids = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(statement.sql())) {
            bind(select, statement.arguments());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return ids;
    }

    private void read(SqlCells read, List<Long> keys, Map<Long, RunRow.Cell[]> cells) throws SQLException {
        String marks = "?, ".repeat(keys.size() - 1) + "?";
        List<Object> arguments = new ArrayList<>(read.names());
        arguments.addAll(keys);
        try (PreparedStatement select = connection.prepareStatement(read.sql().replace("%s", marks))) {
            bind(select, arguments);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    RunRow.Cell[] row = cells.get(rows.getLong(1));
                    for (SqlCells.Place place : read.places(rows.getString(2))) {
                        add(row, place.column(), value(rows, place));
                    }
                }
            }
        }
    }

    /** A run can have several data sets. */
    private static void add(RunRow.Cell[] row, int column, RunRow.Cell value) {
        if (value != null && row[column] != null) {
            row[column] = new RunRow.Cell(row[column].text() + ", " + value.text(), false);
        } else if (value != null) {
            row[column] = value;
        }
    }

    private static RunRow.Cell value(ResultSet row, SqlCells.Place place) throws SQLException {
        String text = place.text() == 0 ? null : row.getString(place.text());
        if (text != null) {
            String type = place.type() == 0 ? null : row.getString(place.type());
            return new RunRow.Cell(text, place.number() || "integer".equals(type) || "real".equals(type));
        }
        Object number = place.real() == 0 ? null : row.getObject(place.real());
        if (number == null) {
            return null;
        }
        boolean whole = number instanceof Long || number instanceof Integer;
        return new RunRow.Cell(
                whole ? Long.toString(row.getLong(place.real())) : Reals.text(row.getDouble(place.real())), true);
    }

    /** How SQLite finds the runs, and reads what they have. */
    List<String> plan(RunSearch search) throws SQLException {
        List<String> steps = new ArrayList<>(plan(statement(search)));
        for (SqlCells read : SqlCells.of(search.columns())) {
            List<Object> arguments = new ArrayList<>(read.names());
            arguments.add(1L);
            steps.addAll(plan(new Statement(read.sql().replace("%s", "?"), arguments)));
        }
        return steps;
    }

    private List<String> plan(Statement statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("explain query plan " + statement.sql())) {
            bind(explain, statement.arguments());
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString("detail"));
                }
            }
        }
        return steps;
    }

    private static void bind(PreparedStatement statement, List<Object> arguments) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
    }
}
