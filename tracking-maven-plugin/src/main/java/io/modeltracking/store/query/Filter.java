package io.modeltracking.store.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on a run. What a run lacks is unknown, and a condition that is unknown does not hold, nor does its negation
 * (Kleene's logic, as in SQL). {@link FilterPrinter} writes it as text that {@link FilterParser} reads as an equal one.
 */
public sealed interface Filter {

    /** What it asks about, in the order of the text, each once. */
    default Set<Column> columns() {
        Set<Column> columns = new LinkedHashSet<>();
        if (this instanceof And and) {
            and.parts.forEach(part -> columns.addAll(part.columns()));
        } else if (this instanceof Or or) {
            or.parts.forEach(part -> columns.addAll(part.columns()));
        } else if (this instanceof Not not) {
            columns.addAll(not.filter.columns());
        } else if (this instanceof Comparison one) {
            columns.add(one.column);
        } else if (this instanceof Like like) {
            columns.add(like.column);
        } else if (this instanceof In in) {
            columns.add(in.column);
        } else if (this instanceof Absent absent) {
            columns.add(absent.column);
        }
        return columns;
    }

    /** @param parts two or more */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts two or more */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** @param filter what must not hold */
    record Not(Filter filter) implements Filter {}

    /** Numbers are compared as numbers, texts only for being the same. */
    record Comparison(Column column, Operator operator, Literal value) implements Filter {}

    /**
     * @param pattern with {@code %} for any text and {@code _} for one character
     * @param ignoreCase of the letters A to Z
     */
    record Like(Column column, String pattern, boolean ignoreCase) implements Filter {}

    /** @param values one or more, all numbers or all texts */
    record In(Column column, List<Literal> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** The run has no such value. */
    record Absent(Column column) implements Filter {}
}
