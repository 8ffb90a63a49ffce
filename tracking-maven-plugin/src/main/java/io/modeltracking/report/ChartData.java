package io.modeltracking.report;

import java.util.List;

/**
 * A chart of a run, or a table that is none.
 *
 * @param kind null for a table
 * @param columns of equal length
 */
record ChartData(ChartKind kind, String title, String hint, String xTitle, String yTitle, List<ChartColumn> columns) {

    int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    long cells() {
        return (long) rows() * columns.size();
    }
}
