package io.modeltracking.report;

/** Text of runs within Markdown: nothing in it is markup, a link, a mention or an end of a table's cell. */
public final class MarkdownText {

    private static final String SPECIAL = "\\`*_[]|~>";
    private static final String SPECIAL_AT_FIRST = "+-=";

    private MarkdownText() {}

    /** One line, escaped, of at most {@code limit} characters before escaping. */
    public static String cell(String text, int limit) {
        String line = Texts.line(text, limit);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                // A mention would notify people.
                case '@' -> out.append("&#64;");
                // A number sign would refer to an issue.
                case '#' -> out.append("&#35;");
                case ':' -> out.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                case '.' -> out.append(line.regionMatches(true, i - 3, "www", 0, 3) ? "&#46;" : dot(line, i));
                default -> {
                    if (isMarkup(line, i)) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    private static String dot(String line, int at) {
        return isMarkup(line, at) ? "\\." : ".";
    }

    private static boolean isMarkup(String line, int at) {
        char c = line.charAt(at);
        boolean wordFollows = at + 1 < line.length() && isWord(line.charAt(at + 1));
        if (c == '_') {
            return !(at > 0 && isWord(line.charAt(at - 1)) && wordFollows);
        }
        if (SPECIAL_AT_FIRST.indexOf(c) >= 0) {
            return at == 0;
        }
        // A list begins with digits and a sign.
        boolean ends = c == '.' || c == ')';
        return SPECIAL.indexOf(c) >= 0 || ends && !wordFollows && isWhole(line, at);
    }

    private static boolean isWhole(String line, int end) {
        return end > 0 && end < 10 && line.substring(0, end).chars().allMatch(Character::isDigit);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Inline code: a fence longer than any run of backticks within. Pipes are escaped for tables. */
    public static String code(String text, int limit) {
        String line = Texts.line(text, limit).replace("|", "\\|");
        if (line.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** A block of code that nothing within ends. */
    public static String block(String text, int limit) {
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
