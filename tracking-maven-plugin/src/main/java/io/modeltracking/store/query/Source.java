package io.modeltracking.store.query;

/**
 * Where the index keeps a param, metric or tag.
 *
 * @param name in the table
 * @param real the number, or null where the table has none
 * @param text the text, of a metric only that of a value which is no plain number
 */
record Source(String table, String name, String real, String text) {

    static Source of(Column column) {
        return switch (column.kind()) {
            case PARAM -> new Source("params", column.name(), "value_real", "value_text");
            case METRIC -> metric(column.name());
            case TAG -> new Source("tags", column.name(), null, "value");
            case DATASET -> new Source("datasets", column.name(), null, null);
            case ATTRIBUTE -> throw new IllegalArgumentException("Attributes stand in the table of runs");
        };
    }

    /** The last value, or the one that is named behind an {@code @}, which no name has. */
    private static Source metric(String selector) {
        int at = selector.lastIndexOf('@');
        String name = at < 0 ? selector : selector.substring(0, at);
        String which = at < 0 ? "last" : selector.substring(at + 1);
        return switch (which) {
            case "first", "min", "max", "last" -> new Source("metrics", name, which + "_real", which + "_text");
            default -> new Source("metrics", selector, "last_real", "last_text");
        };
    }
}
