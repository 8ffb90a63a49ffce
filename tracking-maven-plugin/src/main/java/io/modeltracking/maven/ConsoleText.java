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

    /** Broken at spaces; a word that is longer than a line, such as a path, stays whole. Control characters are shown as �. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.replaceAll("\\p{Cntrl}", "�").split(" ")) {
                if (!line.isEmpty()
                        && line.length() + 1 + word.length() > WIDTH
                        && !line.toString().isBlank()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(INDENT).append(word);
                } else {
                    line.append(line.isEmpty() ? "" : " ").append(word);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
