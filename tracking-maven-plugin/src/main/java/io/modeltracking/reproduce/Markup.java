package io.modeltracking.reproduce;

/** Text of runs stays text. */
final class Markup {

    private Markup() {}

    /** For HTML and SVG. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", "�");
    }

    /** For Markdown: in code, without what ends a cell or the code. */
    static String cell(String text) {
        return "`" + text.replaceAll("\\s+", " ").replace("|", "¦").replace("`", "'") + "`";
    }
}
