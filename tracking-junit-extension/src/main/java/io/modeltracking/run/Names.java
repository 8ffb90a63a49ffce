package io.modeltracking.run;

import java.util.regex.Pattern;

/** What a name in a run may be. Names come from users and from files: they become file names and addresses. */
public final class Names {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 250;

    private static final Pattern RUN_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String FORBIDDEN = "@\\\"'<>|?*:`";

    private Names() {}

    /**
     * Checks the name of a param, metric, tag, data set, artifact, model or child run.
     *
     * @param kind what is named, for the message
     * @return the name
     * @throws IllegalArgumentException when it is null, blank, longer than {@value #MAX_LENGTH}, has a control character
     *     or one of {@code @\"'<>|?*:`}, or looks like a path out of its folder
     */
    public static String check(String kind, String name) {
        String fault = fault(name);
        if (fault != null) {
            throw new IllegalArgumentException(kind + " name " + quoted(name) + " " + fault + ": use 1 to " + MAX_LENGTH
                    + " letters, digits, '_', '-', '.', spaces, and '/' between parts");
        }
        return name;
    }

    /** Whether {@link #check} would accept the name. */
    public static boolean valid(String name) {
        return fault(name) == null;
    }

    private static String fault(String name) {
        if (name == null) {
            return "is null";
        }
        if (name.isBlank()) {
            return "is blank";
        }
        int length = name.length();
        if (length > MAX_LENGTH) {
            return "has " + length + " characters";
        }
        char previous = '/';
        int partStart = 0;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? name.charAt(i) : '/';
            if (c == '/') {
                if (previous == '/' || isDots(name, partStart, i)) {
                    return "looks like a path out of its folder";
                }
                partStart = i + 1;
            } else if (c < ' ' || c == 0x7f || isInvisible(c)) {
                return "has a control character";
            } else if (c < 0x80 && FORBIDDEN.indexOf(c) >= 0) {
                return "has the character " + c;
            }
            previous = c;
        }
        return name.charAt(0) == ' ' || name.charAt(length - 1) == ' ' ? "begins or ends with a space" : null;
    }

    private static boolean isDots(String name, int from, int to) {
        return (to - from == 1 && name.charAt(from) == '.')
                || (to - from == 2 && name.charAt(from) == '.' && name.charAt(from + 1) == '.');
    }

    /** Line separators and the characters that turn the direction of text: they would make one name look like another. */
    private static boolean isInvisible(char c) {
        return c >= 0x80
                && (c <= 0x9f
                        || c == '\u2028'
                        || c == '\u2029'
                        || (c >= '\u200b' && c <= '\u200f')
                        || (c >= '\u202a' && c <= '\u202e')
                        || (c >= '\u2066' && c <= '\u2069')
                        || c == '\ufeff');
    }

    /** Whether the text is a run id: 32 lower-case hex digits. */
    public static boolean isRunId(String text) {
        return text != null && RUN_ID.matcher(text).matches();
    }

    /** Whether the text is a SHA-256 in lower-case hex. */
    public static boolean isSha256(String text) {
        return text != null && SHA256.matcher(text).matches();
    }

    private static String quoted(String name) {
        if (name == null) {
            return "null";
        }
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return '"' + shown.replaceAll("\\p{Cntrl}", "�") + '"';
    }
}
