package io.modeltracking.store.query;

import io.modeltracking.store.query.Lexer.Token;
import io.modeltracking.store.query.Lexer.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the values that columns are compared with. */
final class Values {

    private static final int MAX_LIST = 1000;

    private final Tokens tokens;

    Values(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A value of the column's type. */
    Literal one(Column column) {
        Token token = tokens.peek();
        Literal value = literal(token);
        if (value == null) {
            throw tokens.unexpected(column.isNumber() ? "a number" : "a text in quotes");
        }
        if (column.isTime() && value instanceof Literal.Text text) {
            value = time(text.value());
        }
        if (column.isNumber() && value instanceof Literal.Text) {
            throw tokens.fault(
                    column.text() + " is a number, and this is text.",
                    "Write the number without quotes: 0.5, 1e-3, NaN.");
        }
        if (column.isText() && value instanceof Literal.Real) {
            throw tokens.fault(
                    column.text() + " is text, and this is a number.", "Put it in quotes: '" + token.text() + "'.");
        }
        tokens.next();
        return value;
    }

    List<Literal> list(Column column) {
        tokens.require("(");
        List<Literal> values = new ArrayList<>();
        do {
            Token token = tokens.peek();
            Literal value = one(column);
            if (!values.isEmpty() && values.get(0).getClass() != value.getClass()) {
                throw tokens.faultAt(token, "a list of numbers and texts.", "Make all of them numbers, or all texts.");
            }
            if (values.size() == MAX_LIST) {
                throw tokens.faultAt(token, "more than " + MAX_LIST + " values.", "Use LIKE, or several queries.");
            }
            values.add(value);
        } while (tokens.takeSign(","));
        tokens.require(")");
        return values;
    }

    String pattern() {
        Token token = tokens.peek();
        if (token.type() != Type.TEXT || token.quote() == '`') {
            throw tokens.unexpected("a pattern in quotes, such as 'Motor_%'");
        }
        tokens.next();
        return token.text();
    }

    private Literal literal(Token token) {
        if (token.type() == Type.TEXT && token.quote() != '`') {
            return new Literal.Text(token.text());
        }
        if (token.type() == Type.NUMBER) {
            return number(token);
        }
        if (token.is("true") || token.is("false")) {
            return new Literal.Text(token.text().toLowerCase(Locale.ROOT));
        }
        return token.is("NaN") || token.is("inf") || token.is("Infinity") ? number(token) : null;
    }

    private Literal number(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        double sign = text.startsWith("-") ? -1 : 1;
        switch (unsigned) {
            case "nan":
                return new Literal.Real(Double.NaN);
            case "inf", "infinity":
                return new Literal.Real(sign * Double.POSITIVE_INFINITY);
            default:
                if (!unsigned.matches("(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
                    throw tokens.fault(
                            "\"" + token.text() + "\" is no number.",
                            "Write numbers as 5, 0.5 or 1e-3, and texts in quotes.");
                }
                return new Literal.Real(Double.parseDouble(text));
        }
    }

    /** Dates begin at midnight in UTC. */
    private Literal time(String text) {
        try {
            Instant time = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return new Literal.Real(time.toEpochMilli());
        } catch (DateTimeException e) {
            throw tokens.fault(
                    "\"" + text + "\" is no time.",
                    "Write '2026-03-05', '2026-03-05T14:00:00Z', or milliseconds since 1970 without quotes.");
        }
    }
}
