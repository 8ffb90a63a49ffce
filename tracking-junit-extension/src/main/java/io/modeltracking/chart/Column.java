package io.modeltracking.chart;

import java.util.List;

/** A column of a table: numbers or texts under a name. */
public sealed interface Column {

    String name();

    /** Unit of the values, for axes and legends; may be empty. */
    String unit();

    int size();

    /** Numbers; NaN and infinities are allowed. */
    record Numbers(String name, String unit, List<Double> values) implements Column {
        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        double[] toArray() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Texts; they are data and never markup. */
    record Texts(String name, String unit, List<String> values) implements Column {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
