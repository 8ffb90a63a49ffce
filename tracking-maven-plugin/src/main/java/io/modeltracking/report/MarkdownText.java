package io.modeltracking.report;

/** Text of runs within Markdown: nothing in it is markup, a link, a mention or an end of a table's cell. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_{}[]()#+-.!|~>";

    private MarkdownText() {}

    /** One line, escaped, of at most {@code limit} characters before escaping. */
    static String cell(String text, int limit) {
        String line = Texts.line(text, limit);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                // A mention would notify people.
                case '@' -> out.append("&#64;");
                case ':' -> out.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                default -> {
                    if (SPECIAL.indexOf(c) >= 0 && !isPlainWithinWord(line, i)) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** Dots, hyphens and signs between letters and digits mean nothing: {@code test.rmse}, {@code 0.5}, {@code -1}. */
    private static boolean isPlainWithinWord(String line, int at) {
        char c = line.charAt(at);
        boolean before = at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
        boolean after = at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        return (c == '.' || c == '-') && before && after;
    }

    /** Inline code: a fence longer than any run of backticks within. Pipes are escaped for tables. */
    static String code(String text, int limit) {
        String line = Texts.line(text, limit).replace("|", "\\|");
        if (line.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** A block of code that nothing within ends. */
    static String block(String text, int limit) {
        String clean = Texts.visible(text, limit)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .stripTrailing();
        String fence = "`".repeat(Math.max(3, longestRun(clean) + 1));
        return fence + "text\n" + clean + '\n' + fence + '\n';
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
