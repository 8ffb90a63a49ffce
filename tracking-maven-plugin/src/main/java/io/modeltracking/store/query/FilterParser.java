package io.modeltracking.store.query;

import io.modeltracking.store.query.Filter.Absent;
import io.modeltracking.store.query.Filter.And;
import io.modeltracking.store.query.Filter.Comparison;
import io.modeltracking.store.query.Filter.In;
import io.modeltracking.store.query.Filter.Like;
import io.modeltracking.store.query.Filter.Not;
import io.modeltracking.store.query.Filter.Or;
import io.modeltracking.store.query.Lexer.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads filters: {@code metrics.test.rmse < 0.5 AND (params.depth IN (3, 5) OR tags.team LIKE 'pric%')}. What MLflow reads, this
 * reads too; beyond it there are {@code OR}, {@code NOT}, parentheses, {@code IN} for everything, and params as numbers.
 */
public final class FilterParser {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_CONDITIONS = 200;

    private final Tokens tokens;
    private final Values values;
    private int depth;
    private int conditions;

    private FilterParser(String text, Vocabulary vocabulary) {
        tokens = new Tokens("filter", text, vocabulary);
        values = new Values(tokens);
    }

    /**
     * @param text not blank
     * @throws FilterException naming the column of the fault and what would be right
     */
    public static Filter parse(String text) {
        return parse(text, Vocabulary.ANY);
    }

    /**
     * @param text not blank
     * @param vocabulary in which every param, metric and tag must stand
     * @throws FilterException naming the column of the fault and what would be right
     */
    public static Filter parse(String text, Vocabulary vocabulary) {
        return new FilterParser(text, vocabulary).whole();
    }

    private Filter whole() {
        Filter filter = or();
        if (tokens.peek().type() != Type.END) {
            throw tokens.unexpected("AND, OR or the end");
        }
        return filter;
    }

    private Filter or() {
        return joined("OR", this::and, Or::new);
    }

    private Filter and() {
        return joined("AND", this::not, And::new);
    }

    private Filter joined(String word, Supplier<Filter> part, Function<List<Filter>, Filter> join) {
        List<Filter> parts = new ArrayList<>();
        parts.add(part.get());
        while (tokens.take(word)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.get(0) : join.apply(parts);
    }

    private Filter not() {
        if (tokens.take("NOT")) {
            return nested(() -> new Not(not()));
        }
        if (tokens.takeSign("(")) {
            return nested(() -> {
                Filter inner = or();
                tokens.require(")");
                return inner;
            });
        }
        return condition();
    }

    private Filter nested(Supplier<Filter> inner) {
        if (++depth > MAX_DEPTH) {
            throw tokens.fault("more than " + MAX_DEPTH + " levels.", "Write it with fewer parentheses.");
        }
        Filter filter = inner.get();
        depth--;
        return filter;
    }

    private Filter condition() {
        if (++conditions > MAX_CONDITIONS) {
            throw tokens.fault(
                    "more than " + MAX_CONDITIONS + " conditions.", "Use IN (…) for many values of one column.");
        }
        Column column = tokens.column();
        if (tokens.take("IS")) {
            boolean negated = tokens.take("NOT");
            if (!tokens.take("NULL")) {
                throw tokens.unexpected("NULL or NOT NULL after IS");
            }
            return negated(new Absent(column), negated);
        }
        if (tokens.take("NOT")) {
            if (tokens.peek().is("IN")) {
                return new Not(in(column));
            }
            return new Not(like(column, "IN, LIKE or ILIKE after NOT"));
        }
        if (tokens.peek().is("IN")) {
            return in(column);
        }
        if (tokens.peek().is("LIKE") || tokens.peek().is("ILIKE")) {
            return like(column, "LIKE");
        }
        return comparison(column);
    }

    private static Filter negated(Filter filter, boolean negated) {
        return negated ? new Not(filter) : filter;
    }

    private Filter comparison(Column column) {
        Lexer.Token sign = tokens.peek();
        Operator operator = sign.type() == Type.SIGN ? Operator.of(sign.text()).orElse(null) : null;
        if (operator == null) {
            throw tokens.unexpected(
                    "=, !=, <, <=, >, >=, LIKE, ILIKE, IN, NOT IN, IS NULL or IS NOT NULL after " + column.text());
        }
        if (operator.isOrder() && column.isText()) {
            throw tokens.fault(
                    column.text() + " is text, which has no order here.",
                    "Use = != LIKE ILIKE IN with it, or a number: metrics.…, params.…, start_time, duration.");
        }
        tokens.next();
        Literal value = values.one(column);
        if (operator.isOrder() && value instanceof Literal.Text) {
            throw tokens.faultBefore(
                    operator.sign() + " compares numbers, and this is text.", "Write the number without quotes.");
        }
        return new Comparison(column, operator, value);
    }

    private Filter like(Column column, String expected) {
        boolean ignoreCase = tokens.take("ILIKE");
        if (!ignoreCase && !tokens.take("LIKE")) {
            throw tokens.unexpected(expected);
        }
        if (column.isNumber()) {
            throw tokens.faultBefore(column.text() + " is a number, which has no pattern.", "Use = != < <= > >= IN.");
        }
        return new Like(column, values.pattern(), ignoreCase);
    }

    private Filter in(Column column) {
        tokens.next();
        return new In(column, values.list(column));
    }
}
