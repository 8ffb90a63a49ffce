package io.modeltracking.report;

import java.util.List;

/**
 * A part of the report that may be cut short.
 *
 * @param head what stands between title and first item; may be empty
 * @param items each with its line end
 * @param most items that are shown, however much room there is
 */
record MarkdownSection(String title, String head, List<String> items, int most) {

    MarkdownSection(String title, String head, List<String> items) {
        this(title, head, items, Integer.MAX_VALUE);
    }

    /** Room for the line that counts what was left out. */
    private static final int REST = 80;

    /** The section in at most {@code limit} characters; empty without items. */
    String within(int limit) {
        if (items.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("### " + title + "\n\n" + head);
        int shown = 0;
        while (shown < Math.min(most, items.size())
                && out.length() + items.get(shown).length() + REST <= limit) {
            out.append(items.get(shown++));
        }
        if (shown < items.size()) {
            out.append('\n').append(items.size() - shown).append(" more in `index.html`.\n");
        }
        return out.length() + 1 <= limit ? out.append('\n').toString() : "";
    }
}
