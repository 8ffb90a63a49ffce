package io.modeltracking.maven;

import java.util.ArrayList;
import java.util.List;

/** Text for a console of 100 columns, of which Maven's own prefix takes up to 10. */
final class ConsoleText {

    static final int WIDTH = 90;
    private static final String INDENT = "  ";

    private ConsoleText() {}

    static String wrap(String text) {
        return String.join("\n", lines(text));
    }

    /**
     * Broken at spaces; a word that is longer than a line, such as a path, stays whole. Blanks at the start stay: a caret
     * has its place by them. Control characters are shown as �.
     */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            String visible = paragraph.replaceAll("\\p{Cntrl}", "�");
            String words = visible.stripLeading();
            StringBuilder line = new StringBuilder(visible.substring(0, visible.length() - words.length()));
            boolean blank = true;
            for (String word : words.split(" ")) {
                if (!blank && line.length() + 1 + word.length() > WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(INDENT).append(word);
                } else {
                    line.append(blank ? "" : " ").append(word);
                }
                blank = false;
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
