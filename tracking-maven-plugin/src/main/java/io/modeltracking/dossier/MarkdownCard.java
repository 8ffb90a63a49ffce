package io.modeltracking.dossier;

import io.modeltracking.registry.Inventory;
import io.modeltracking.report.MarkdownText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Sections as Markdown; all text is escaped here. */
final class MarkdownCard {

    private static final int LONGEST_NOTE = 20_000;

    private final List<String> lines = new ArrayList<>();

    private MarkdownCard() {}

    static String of(String title, String subtitle, List<Section> sections) {
        MarkdownCard card = new MarkdownCard();
        card.lines.add("# " + text(title));
        card.add(text(subtitle));
        for (Section section : sections) {
            card.add("## " + text(section.title()));
            section.blocks().forEach(card::block);
        }
        return String.join("\n", card.lines) + "\n";
    }

    private void add(String line) {
        lines.add("");
        lines.add(line);
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            add(text(paragraph.text()));
        } else if (block instanceof Block.Note note) {
            add(MarkdownText.block(note.text(), LONGEST_NOTE).stripTrailing());
        } else if (block instanceof Block.Table table) {
            table(table);
        }
    }

    private void table(Block.Table table) {
        if (table.caption() != null) {
            add(text(table.caption()) + ":");
        }
        List<String> head = table.head().isEmpty() ? List.of("", "") : table.head();
        add(row(head.stream().map(MarkdownCard::text).toList()));
        lines.add(row(Collections.nCopies(head.size(), "---")));
        table.rows()
                .forEach(cells -> lines.add(
                        row(cells.stream().map(cell -> marked(cell.text())).toList())));
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String marked(String text) {
        return text(text).replace(Inventory.NOT_PROVIDED, "**" + Inventory.NOT_PROVIDED + "**");
    }

    private static String text(String text) {
        return MarkdownText.cell(text, Cell.LONGEST);
    }
}
