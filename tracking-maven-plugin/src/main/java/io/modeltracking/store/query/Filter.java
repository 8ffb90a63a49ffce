package io.modeltracking.store.query;

import java.util.List;

/**
 * A condition on a run. What a run lacks is unknown, and a condition that is unknown does not hold, nor does its negation
 * (Kleene's logic, as in SQL). {@link FilterPrinter} writes it as text that {@link FilterParser} reads as an equal one.
 */
public sealed interface Filter {

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
