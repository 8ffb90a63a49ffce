package io.modeltracking.store.query;

import io.modeltracking.run.Reals;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes filters as text. */
public final class FilterPrinter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w./@-]*");

    private FilterPrinter() {}

    /** The filter as text that reads back as an equal one. */
    public static String text(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        }
        if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        }
        if (filter instanceof Filter.Not not) {
            return "NOT " + part(not.filter());
        }
        if (filter instanceof Filter.Comparison one) {
            return one.column().text() + " " + one.operator().sign() + " " + literal(one.value());
        }
        if (filter instanceof Filter.Like like) {
            return like.column().text() + (like.ignoreCase() ? " ILIKE " : " LIKE ") + quoted(like.pattern(), '\'');
        }
        if (filter instanceof Filter.In in) {
            return in.values().stream()
                    .map(FilterPrinter::literal)
                    .collect(Collectors.joining(", ", in.column().text() + " IN (", ")"));
        }
        return ((Filter.Absent) filter).column().text() + " IS NULL";
    }

    private static String joined(List<Filter> parts, String word) {
        return parts.stream().map(FilterPrinter::part).collect(Collectors.joining(word));
    }

    private static String part(Filter filter) {
        boolean joined = filter instanceof Filter.And || filter instanceof Filter.Or;
        return joined ? "(" + text(filter) + ")" : text(filter);
    }

    private static String literal(Literal value) {
        return value instanceof Literal.Real real
                ? Reals.text(real.value())
                : quoted(((Literal.Text) value).value(), '\'');
    }

    static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name, '`');
    }

    private static String quoted(String text, char quote) {
        String one = String.valueOf(quote);
        return one + text.replace(one, one + one) + one;
    }
}
