package io.modeltracking;

import io.modeltracking.Dataset.Column;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query in memory. Types are those of the values: some databases have none a column. */
final class ResultSetTable {

    private ResultSetTable() {}

    static Dataset.Table read(ResultSet rows) throws SQLException {
        boolean scrollable = rows.getType() != ResultSet.TYPE_FORWARD_ONLY;
        if (scrollable) {
            rows.beforeFirst();
        } else if (position(rows) > 0) {
            throw new IllegalArgumentException("The first rows of this result set have been read already and cannot be"
                    + " read again: make the data set before, and take the columns from it by doubles and strings");
        }
        ResultSetMetaData metadata = rows.getMetaData();
        List<SqlColumn> columns = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            columns.add(new SqlColumn(metadata.getColumnLabel(i), metadata.getColumnType(i), metadata.getScale(i)));
        }
        int count = 0;
        while (rows.next()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(rows.getObject(i + 1));
            }
            count++;
        }
        if (scrollable) {
            rows.beforeFirst();
        }
        List<Column> finished = columns.stream().map(SqlColumn::finish).toList();
        return new ArrayColumn.Columns(count, finished);
    }

    private static int position(ResultSet rows) throws SQLException {
        try {
            return rows.getRow();
        } catch (SQLFeatureNotSupportedException e) {
            return 0;
        }
    }
}
