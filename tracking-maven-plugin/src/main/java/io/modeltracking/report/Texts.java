package io.modeltracking.report;

/** Text of runs, made fit to look at: bounded, and without characters that hide or reorder others. */
public final class Texts {

    private static final char SHOWN_INSTEAD = '\ufffd';

    private Texts() {}

    /**
     * The text with control characters (but line ends and tabs), marks that turn the direction of text and lone surrogates
     * replaced by U+FFFD, cut behind {@code limit} characters with a remark on how many there were.
     */
    public static String visible(String text, int limit) {
        int length = text.length();
        if (length <= limit) {
            return replaced(text, length);
        }
        return replaced(text, end(text, limit)) + "… (" + length + " characters)";
    }

    /** The same on one line, and with an ellipsis where it is cut. */
    public static String line(String text, int limit) {
        int length = text.length();
        String shown = length <= limit ? replaced(text, length) : replaced(text, end(text, limit)) + '…';
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) != ' ' && Character.isWhitespace(shown.charAt(i))) {
                return shown.replaceAll("\\s+", " ").strip();
            }
        }
        return shown;
    }

    /** Never between the halves of a pair. */
    private static int end(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static String replaced(String text, int end) {
        StringBuilder clean = null;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (hides(c)) {
                clean = clean == null ? new StringBuilder(text.substring(0, end)) : clean;
                clean.setCharAt(i, SHOWN_INSTEAD);
            }
        }
        return clean == null ? text.substring(0, end) : clean.toString();
    }

    private static boolean hides(char c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t'
                || c >= 0x7f && c <= 0x9f
                || c == '\u061c'
                || c >= '\u200b' && c <= '\u200f'
                || c >= '\u2028' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\ufeff'
                || Character.isSurrogate(c);
    }
}
