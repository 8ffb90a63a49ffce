package io.modeltracking.store.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into its parts. */
final class Lexer {

    /** What a part is; a NAME may have been quoted in part, a TEXT was quoted as a whole. */
    enum Type {
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /**
     * @param text without quotes
     * @param group what stands before the first dot of a name, else null
     * @param quote 0 for none
     */
    record Token(Type type, String text, String group, char quote, int position) {

        boolean is(String word) {
            return type == Type.NAME && group == null && quote == 0 && text.equalsIgnoreCase(word);
        }

        boolean isSign(String sign) {
            return type == Type.SIGN && text.equals(sign);
        }
    }

    private final String what;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String what, String text) {
        this.what = what;
        this.text = text;
    }

    /** @throws FilterException when a quote is not closed, or a character means nothing */
    static List<Token> tokens(String what, String text) {
        return new Lexer(what, text).all();
    }

    private List<Token> all() {
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Type.END, "", null, (char) 0, at));
                return tokens;
            }
            next();
        }
    }

    private void next() {
        int start = at;
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            tokens.add(new Token(Type.TEXT, quoted(), null, c, start));
        } else if (isDigit(c) || (c == '-' || c == '+' || c == '.') && at + 1 < text.length() && startsNumber(at + 1)) {
            at++;
            while (at < text.length() && isNumberPart(at)) {
                at++;
            }
            tokens.add(new Token(Type.NUMBER, text.substring(start, at), null, (char) 0, start));
        } else if (isNameStart(c)) {
            name(start);
        } else if ("<>=!".indexOf(c) >= 0) {
            at++;
            boolean two = at < text.length() && (text.charAt(at) == '=' || c == '<' && text.charAt(at) == '>');
            at += two ? 1 : 0;
            tokens.add(new Token(Type.SIGN, text.substring(start, at), null, (char) 0, start));
        } else if ("(),".indexOf(c) >= 0) {
            at++;
            tokens.add(new Token(Type.SIGN, String.valueOf(c), null, (char) 0, start));
        } else {
            throw new FilterException(
                    what,
                    text,
                    at,
                    "\"" + Character.toString(text.codePointAt(at)) + "\" means nothing here.",
                    "Put names with such characters in backticks, metrics.`a b`, and texts in quotes, 'a b'.");
        }
    }

    /** Up to the first character that ends a bare name; behind a first dot it may be quoted. */
    private void name(int start) {
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String bare = text.substring(start, at);
        int dot = bare.indexOf('.');
        boolean quotedNext = at < text.length() && (text.charAt(at) == '`' || text.charAt(at) == '"');
        if (dot >= 0 && dot == bare.length() - 1 && quotedNext) {
            char quote = text.charAt(at);
            tokens.add(new Token(Type.NAME, quoted(), bare.substring(0, dot), quote, start));
        } else if (dot >= 0) {
            tokens.add(new Token(Type.NAME, bare.substring(dot + 1), bare.substring(0, dot), (char) 0, start));
        } else {
            tokens.add(new Token(Type.NAME, bare, null, (char) 0, start));
        }
    }

    /** A quote within is written twice. */
    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                content.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                content.append(quote);
                at++;
            } else {
                return content.toString();
            }
        }
        throw new FilterException(
                what,
                text,
                start,
                "the quote " + quote + " is not closed.",
                "End it with another " + quote + "; one that is part of the text is written twice.");
    }

    private boolean startsNumber(int index) {
        char c = text.charAt(index);
        return isDigit(c)
                || c == '.'
                || text.regionMatches(true, index, "inf", 0, 3)
                || text.regionMatches(true, index, "nan", 0, 3);
    }

    private boolean isNumberPart(int index) {
        char c = text.charAt(index);
        char before = text.charAt(index - 1);
        return Character.isLetterOrDigit(c) || c == '.' || (c == '-' || c == '+') && (before == 'e' || before == 'E');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || "./@-".indexOf(c) >= 0;
    }
}
