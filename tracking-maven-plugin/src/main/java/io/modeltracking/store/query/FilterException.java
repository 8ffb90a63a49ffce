package io.modeltracking.store.query;

/** A filter or an order that cannot be read: the message shows the text with a caret under the fault, and what would be right. */
public final class FilterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int BEFORE = 50;
    private static final int WIDTH = 80;

    /** From 1, in characters. */
    private final int column;

    FilterException(String what, String text, int position, String fault, String wayOut) {
        super("Column " + (position + 1) + " of the " + what + ": " + visible(fault) + "\n" + shown(text, position)
                + "\n" + visible(wayOut));
        this.column = position + 1;
    }

    /** Where the fault is, in characters from 1. */
    public int column() {
        return column;
    }

    private static String shown(String text, int position) {
        int from = Math.max(0, position - BEFORE);
        int to = Math.min(text.length(), from + WIDTH);
        String before = from > 0 ? "…" : "";
        return "  " + before + visible(text.substring(from, to)) + (to < text.length() ? "…" : "") + "\n  "
                + " ".repeat(before.length() + position - from) + "^";
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\ufffd");
    }
}
