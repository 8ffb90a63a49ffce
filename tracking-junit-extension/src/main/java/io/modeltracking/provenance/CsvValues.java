package io.modeltracking.provenance;

import io.modeltracking.Dataset.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a value of a CSV file may be.
 *
 * <p>Integers have no leading zeros, which are codes, and at most 18 digits; they may end in {@code .0}, as data frames
 * write them. Dates and times are those of ISO 8601. Missing are the empty text, {@code NA}, {@code N/A}, {@code NaN},
 * {@code null} and {@code *}.
 */
final class CsvValues {

    /** Every type, as bits. */
    static final int ANY = -1;

    static final int TEXT = bit(Type.TEXT);
    private static final int REAL = bit(Type.REAL) | TEXT;
    private static final int INTEGER = bit(Type.INTEGER) | REAL;
    private static final int BOOLEAN = bit(Type.BOOLEAN) | TEXT;
    private static final int DATE = bit(Type.DATE) | TEXT;
    private static final int TIME = bit(Type.TIME) | TEXT;
    private static final int DATETIME = bit(Type.DATETIME) | TEXT;

    /** From the narrowest on. */
    private static final List<Type> ORDER =
            List.of(Type.INTEGER, Type.REAL, Type.BOOLEAN, Type.DATE, Type.TIME, Type.DATETIME, Type.TEXT);

    private static final int MOST_DIGITS = 18;
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "null", "*");
    private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,17})(?:\\.0+)?");
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d*)?(?:[eE][+-]?\\d{1,4})?|\\.\\d+(?:[eE][+-]?\\d{1,4})?|Infinity)");
    /** As a number it would lose digits. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[+-]?\\d{19,}(?:\\.0*)?");

    private CsvValues() {}

    private static int bit(Type type) {
        return 1 << type.ordinal();
    }

    static boolean isMissing(String text) {
        return text.length() <= 4 && MISSING.contains(text);
    }

    /** The narrowest of the types; text when there was no value. */
    static Type narrowest(int types) {
        return types == ANY
                ? Type.TEXT
                : ORDER.stream()
                        .filter(type -> (types & bit(type)) != 0)
                        .findFirst()
                        .orElse(Type.TEXT);
    }

    /** The types that hold a value that is not missing, as bits. */
    static int types(String text) {
        char first = text.charAt(0);
        if (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.' || first == 'I') {
            return isPlainInteger(text) ? INTEGER : numeric(text);
        }
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? BOOLEAN : TEXT;
    }

    /** Most numbers: found out without a pattern. */
    private static boolean isPlainInteger(String text) {
        int length = text.length();
        if (length > MOST_DIGITS || length > 1 && text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int numeric(String text) {
        if (WHOLE.matcher(text).matches()) {
            return INTEGER;
        }
        if (NUMBER.matcher(text).matches()) {
            return LONG_NUMBER.matcher(text).matches() ? TEXT : REAL;
        }
        int length = text.length();
        if (length == 10 && text.charAt(4) == '-') {
            return parses(text, LocalDate::parse) ? DATE : TEXT;
        }
        if (length >= 8 && text.charAt(2) == ':') {
            return parses(text, LocalTime::parse) ? TIME : TEXT;
        }
        if (length >= 16 && text.charAt(4) == '-') {
            return parses(text, CsvValues::datetime) ? DATETIME : TEXT;
        }
        return TEXT;
    }

    private static boolean parses(String text, Function<String, ?> parser) {
        try {
            parser.apply(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Also with a space in place of the 'T'. */
    static LocalDateTime datetime(String text) {
        return LocalDateTime.parse(text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text);
    }

    /** The 64 bits of an integer, boolean, date or time. */
    static long integer(Type type, String text) {
        return switch (type) {
            case INTEGER -> {
                int point = text.indexOf('.');
                yield Long.parseLong(point < 0 ? text : text.substring(0, point));
            }
            case BOOLEAN -> text.equalsIgnoreCase("true") ? 1 : 0;
            case DATE -> LocalDate.parse(text).toEpochDay();
            case TIME -> LocalTime.parse(text).toNanoOfDay();
            default -> throw new IllegalArgumentException("No integer: " + type);
        };
    }
}
