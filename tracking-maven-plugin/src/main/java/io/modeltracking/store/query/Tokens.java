package io.modeltracking.store.query;

import io.modeltracking.store.query.Lexer.Token;
import io.modeltracking.store.query.Lexer.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a text, read from left to right, with the errors about them. */
final class Tokens {

    private final String what;
    private final String text;
    private final Vocabulary vocabulary;
    private final List<Token> all;
    private int at;

    /** @param what the text is, for messages: filter, order */
    Tokens(String what, String text, Vocabulary vocabulary) {
        this.what = what;
        this.text = text;
        this.vocabulary = vocabulary;
        this.all = Lexer.tokens(what, text);
    }

    Token peek() {
        return all.get(at);
    }

    Token next() {
        Token token = all.get(at);
        at += token.type() == Type.END ? 0 : 1;
        return token;
    }

    boolean take(String word) {
        boolean there = peek().is(word);
        at += there ? 1 : 0;
        return there;
    }

    boolean takeSign(String sign) {
        boolean there = peek().isSign(sign);
        at += there ? 1 : 0;
        return there;
    }

    void require(String sign) {
        if (!takeSign(sign)) {
            throw unexpected(sign);
        }
    }

    /** A column: {@code params.x}, {@code metrics."a b"}, {@code tags.`a b`}, or an attribute without its group. */
    Column column() {
        Token token = peek();
        boolean quotedAttribute = token.type() == Type.TEXT && token.quote() != '\'';
        if (token.type() != Type.NAME && !quotedAttribute || isKeyword(token)) {
            throw unexpected("a column, such as metrics.test.rmse, params.depth, tags.team or status");
        }
        Column column = token.group() == null ? attribute(token) : grouped(token);
        vocabulary.correction(column).ifPresent(right -> {
            throw fault("no run has " + column.text() + ".", right);
        });
        next();
        return column;
    }

    private static boolean isKeyword(Token token) {
        return List.of("AND", "OR", "NOT", "IN", "IS", "LIKE", "ILIKE", "NULL").stream()
                .anyMatch(token::is);
    }

    private Column grouped(Token token) {
        if (token.text().isEmpty()) {
            throw fault("a name is missing behind the dot.", "Write, say, metrics.test.rmse or params.`max depth`.");
        }
        return switch (token.group().toLowerCase(Locale.ROOT)) {
            case "param", "params", "parameter", "parameters" -> new Column(Column.Kind.PARAM, token.text());
            case "metric", "metrics" -> new Column(Column.Kind.METRIC, token.text());
            case "tag", "tags" ->
                Attribute.ofTag(token.text()).map(Attribute::column).orElse(new Column(Column.Kind.TAG, token.text()));
            case "dataset", "datasets" -> dataset(token);
            case "attribute", "attributes", "attr", "run" -> attribute(token);
            default ->
                throw fault(
                        "there is no \"" + token.group() + ".\".",
                        "Columns begin with params., metrics., tags., datasets. or attributes.");
        };
    }

    private Column dataset(Token token) {
        return DatasetField.of(token.text())
                .map(field -> new Column(Column.Kind.DATASET, field.shown()))
                .orElseThrow(() -> fault(
                        "data sets have no \"" + token.text() + "\".",
                        "Ask for datasets.name, datasets.role or datasets.hash."));
    }

    private Column attribute(Token token) {
        Optional<Attribute> attribute = Attribute.of(token.text());
        return attribute
                .map(Attribute::column)
                .orElseThrow(() -> fault(
                        "runs have no attribute \"" + token.text() + "\".",
                        "Attributes: " + String.join(", ", Attribute.all()) + ". Others: params.…, metrics.…, tags.…,"
                                + " datasets.…"));
    }

    FilterException unexpected(String expected) {
        Token token = peek();
        String found = token.type() == Type.END ? "the end" : "\"" + token.text() + "\"";
        return fault("found " + found + ".", "Expected " + expected + ".");
    }

    /** About the next part. */
    FilterException fault(String fault, String wayOut) {
        return faultAt(peek(), fault, wayOut);
    }

    /** About the part before it. */
    FilterException faultBefore(String fault, String wayOut) {
        return faultAt(all.get(at - 1), fault, wayOut);
    }

    FilterException faultAt(Token token, String fault, String wayOut) {
        return new FilterException(what, text, token.position(), fault, wayOut);
    }
}
