package io.modeltracking.store.query;

import io.modeltracking.run.Reals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A filter and an order as SQL over the index, in the part of it that SQLite and PostgreSQL share. Values are parameters, never
 * part of the text.
 */
public final class SqlFilter {

    /** What stands as text beside its empty number, as no database orders or keeps it the same. */
    private static final double[] SPECIAL = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0};

    private static final String NUMERIC = "type in ('integer', 'real')";
    /** {@code like} knows no escape by itself in SQLite, and a backslash in PostgreSQL. */
    private static final String ESCAPE = "!";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /** The condition on {@code runs}. */
    public SqlFilter where(Filter filter) {
        condition(filter, false);
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    /** In the order of the question marks. */
    public List<Object> arguments() {
        return arguments;
    }

    private void condition(Filter filter, boolean negated) {
        if (filter instanceof Filter.And and) {
            joined(and.parts(), negated ? " or " : " and ", negated);
        } else if (filter instanceof Filter.Or or) {
            joined(or.parts(), negated ? " and " : " or ", negated);
        } else if (filter instanceof Filter.Not not) {
            condition(not.filter(), !negated);
        } else if (filter instanceof Filter.Absent absent) {
            absent(absent.column(), negated);
        } else {
            leaf(filter, column(filter), negated);
        }
    }

    private static Column column(Filter leaf) {
        if (leaf instanceof Filter.Comparison comparison) {
            return comparison.column();
        }
        return leaf instanceof Filter.Like like ? like.column() : ((Filter.In) leaf).column();
    }

    private void joined(List<Filter> parts, String word, boolean negated) {
        sql.append('(');
        for (int i = 0; i < parts.size(); i++) {
            sql.append(i == 0 ? "" : word);
            condition(parts.get(i), negated);
        }
        sql.append(')');
    }

    private void absent(Column column, boolean negated) {
        if (column.kind() == Column.Kind.ATTRIBUTE) {
            sql.append(Attribute.named(column.name()).sql()).append(negated ? " is not null" : " is null");
        } else {
            sql.append(negated ? "" : "not ");
            having(column);
            sql.append(')');
        }
    }

    /** Of an attribute that is null, SQL's own logic says "unknown"; elsewhere no row means that. */
    private void leaf(Filter filter, Column column, boolean negated) {
        if (column.kind() == Column.Kind.ATTRIBUTE) {
            sql.append(negated ? "not (" : "(");
            attribute(filter, Attribute.named(column.name()));
            sql.append(')');
            return;
        }
        if (negated) {
            sql.append('(');
            having(column);
            sql.append(") and not ");
        }
        having(column);
        sql.append(" and (");
        row(filter, column);
        sql.append("))");
        sql.append(negated ? ")" : "");
    }

    /** The runs that have a value there, up to the last parenthesis. */
    private void having(Column column) {
        Source source = Source.of(column);
        sql.append("runs.run_key in (select run_key from ")
                .append(source.table())
                .append(" where ");
        if (column.kind() == Column.Kind.DATASET) {
            sql.append('(').append(String.join(" is not null or ", datasetColumns(column)));
            sql.append(" is not null)");
        } else {
            sql.append("name = ?");
            arguments.add(source.name());
        }
    }

    private static List<String> datasetColumns(Column column) {
        return DatasetField.of(column.name()).orElseThrow().columns();
    }

    private void attribute(Filter filter, Attribute attribute) {
        if (attribute.isNumber()) {
            numbers(filter, attribute.sql(), null, "");
        } else {
            // Of a function's values PostgreSQL has no statistics: constants are compared as they stand.
            boolean word = attribute.type() == Attribute.Type.WORD;
            boolean fold = word || attribute.type() == Attribute.Type.CONSTANT;
            texts(filter, word ? "upper(" + attribute.sql() + ")" : attribute.sql(), fold);
        }
    }

    private void row(Filter filter, Column column) {
        Source source = Source.of(column);
        switch (column.kind()) {
            case METRIC -> numbers(filter, source.real(), source.text(), "");
            case PARAM -> {
                if (isOfNumbers(filter)) {
                    numbers(filter, source.real(), source.text(), NUMERIC);
                } else {
                    texts(filter, source.text(), false);
                }
            }
            case DATASET -> {
                List<String> names = datasetColumns(column);
                for (int i = 0; i < names.size(); i++) {
                    boolean role = column.name().equals(DatasetField.ROLE.shown());
                    sql.append(i == 0 ? "" : anyOf(filter));
                    texts(filter, role ? "upper(" + names.get(i) + ")" : names.get(i), role);
                }
            }
            default -> texts(filter, source.text(), false);
        }
    }

    /** A data set has two hashes: it is the one asked for when either is, and another one when neither is. */
    private static String anyOf(Filter filter) {
        boolean other = filter instanceof Filter.Comparison one && one.operator() == Operator.NOT_EQUAL;
        return other ? " and " : " or ";
    }

    private static boolean isOfNumbers(Filter filter) {
        return filter instanceof Filter.Comparison one && one.value() instanceof Literal.Real
                || filter instanceof Filter.In in && in.values().get(0) instanceof Literal.Real;
    }

    private void numbers(Filter filter, String real, String text, String type) {
        if (filter instanceof Filter.In in) {
            for (int i = 0; i < in.values().size(); i++) {
                sql.append(i == 0 ? "" : " or ");
                number(Operator.EQUAL, ((Literal.Real) in.values().get(i)).value(), real, text, type);
            }
        } else if (filter instanceof Filter.Comparison one) {
            number(one.operator(), ((Literal.Real) one.value()).value(), real, text, type);
        }
    }

    private void number(Operator operator, double value, String real, String text, String type) {
        boolean typed = !type.isEmpty();
        boolean unequal = operator == Operator.NOT_EQUAL;
        sql.append(typed ? "(" + (unequal ? "not " + type + " or (" : type + " and (") : "(");
        if (Double.isNaN(value)) {
            sql.append(real).append(unequal ? " = " : " <> ").append(real);
        } else {
            sql.append(real).append(' ').append(operator.sql()).append(" ?");
            arguments.add(value);
        }
        if (text != null) {
            List<String> those = DoubleStream.of(SPECIAL)
                    .filter(special -> operator.holds(special, value))
                    .mapToObj(Reals::text)
                    .toList();
            if (!those.isEmpty()) {
                sql.append(" or ")
                        .append(real)
                        .append(" is null and ")
                        .append(text)
                        .append(" in (");
                sql.append(marks(those.size())).append(')');
                arguments.addAll(those);
            }
        }
        sql.append(typed ? "))" : ")");
    }

    private void texts(Filter filter, String expression, boolean upper) {
        if (filter instanceof Filter.Comparison one) {
            sql.append(expression).append(' ').append(one.operator().sql()).append(" ?");
            arguments.add(text(one.value(), upper));
        } else if (filter instanceof Filter.In in) {
            sql.append(expression)
                    .append(" in (")
                    .append(marks(in.values().size()))
                    .append(')');
            in.values().forEach(value -> arguments.add(text(value, upper)));
        } else if (filter instanceof Filter.Like like) {
            boolean fold = upper || like.ignoreCase();
            sql.append(fold && !upper ? "upper(" + expression + ")" : expression);
            sql.append(" like ")
                    .append(fold ? "upper(?)" : "?")
                    .append(" escape '")
                    .append(ESCAPE)
                    .append('\'');
            arguments.add(like.pattern().replace(ESCAPE, ESCAPE + ESCAPE));
        }
    }

    private static String text(Literal literal, boolean upper) {
        String text = ((Literal.Text) literal).value();
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }
}
