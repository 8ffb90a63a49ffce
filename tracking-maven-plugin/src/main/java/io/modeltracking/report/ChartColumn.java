package io.modeltracking.report;

import java.util.List;

/** A column of a chart's table. */
sealed interface ChartColumn {

    String name();

    /** May be empty. */
    String unit();

    int size();

    /** NaN and the infinities are allowed. */
    record Numbers(String name, String unit, double[] values) implements ChartColumn {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** Fit to look at, each on one line. */
    record Words(String name, String unit, List<String> values) implements ChartColumn {
        @Override
        public int size() {
            return values.size();
        }
    }
}
