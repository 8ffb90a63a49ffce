package io.modeltracking.store.query;

/**
 * What is compared, ordered by or shown.
 *
 * @param name of the param, metric (with {@code @min}, {@code @max} or {@code @first} for another value than the last),
 *     tag, attribute, or of a data set's field
 */
public record Column(Kind kind, String name) {

    /** Where a value comes from. */
    public enum Kind {
        PARAM("params"),
        METRIC("metrics"),
        TAG("tags"),
        DATASET("datasets"),
        ATTRIBUTE("attributes");

        private final String group;

        Kind(String group) {
            this.group = group;
        }

        String group() {
            return group;
        }
    }

    /** As a filter has it, quoted where that is needed. */
    public String text() {
        return kind.group() + "." + FilterPrinter.name(name);
    }

    /** Whether its values are milliseconds since 1970-01-01T00:00Z. */
    public boolean isTime() {
        return kind == Kind.ATTRIBUTE && Attribute.named(name).type() == Attribute.Type.TIME;
    }

    boolean isNumber() {
        return kind == Kind.METRIC
                || kind == Kind.ATTRIBUTE && Attribute.named(name).isNumber();
    }

    boolean isText() {
        return kind == Kind.TAG || kind == Kind.DATASET || kind == Kind.ATTRIBUTE && !isNumber();
    }
}
