package io.modeltracking.store.query;

/**
 * How the values of one column are read for some runs.
 *
 * @param sql gives run_key, then a number, then a text, of which the text counts where it is there; has {@code %s} for the
 *     marks of the run keys, behind the mark of the name
 * @param name null for none
 * @param number whether the values are numbers where {@code type} does not say so
 */
public record SqlCell(String sql, String name, boolean number) {

    public static SqlCell of(Column column) {
        if (column.kind() == Column.Kind.ATTRIBUTE) {
            Attribute attribute = Attribute.named(column.name());
            String value = attribute.isNumber() ? attribute.sql() + ", null" : "null, " + attribute.sql();
            return new SqlCell(
                    "select run_key, " + value + ", null from runs where run_key in (%s)", null, attribute.isNumber());
        }
        if (column.kind() == Column.Kind.DATASET) {
            String field =
                    DatasetField.of(column.name()).orElseThrow().columns().get(0);
            return new SqlCell(
                    "select run_key, null, " + field + ", null from datasets where run_key in (%s) and " + field
                            + " is not null order by ordinal",
                    null,
                    false);
        }
        Source source = Source.of(column);
        boolean metric = column.kind() == Column.Kind.METRIC;
        String values = (metric ? source.real() : "null") + ", " + source.text() + ", "
                + (column.kind() == Column.Kind.PARAM ? "type" : "null");
        return new SqlCell(
                "select run_key, " + values + " from " + source.table() + " where name = ? and run_key in (%s)",
                source.name(),
                metric);
    }
}
