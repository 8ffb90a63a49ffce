package io.modeltracking.dossier;

import io.modeltracking.registry.Inventory;
import io.modeltracking.report.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Sections as one HTML file that needs nothing else and runs nothing: its policy forbids scripts and whatever is not in
 * it. All text is escaped here, and nowhere else.
 */
final class HtmlPage {

    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
    private static final String MISSING = "<strong class=\"missing\">" + Inventory.NOT_PROVIDED + "</strong>";
    private static final int LONGEST_NOTE = 20_000;

    private final StringBuilder out = new StringBuilder(1 << 16);

    private HtmlPage() {}

    /** @param subtitle one line below the title */
    static String of(String title, String subtitle, List<Section> sections) throws IOException {
        HtmlPage page = new HtmlPage();
        page.head(title, subtitle, sections);
        sections.forEach(page::section);
        page.out.append("</main>\n</body>\n</html>\n");
        return page.out.toString();
    }

    private void head(String title, String subtitle, List<Section> sections) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<title>");
        text(title, Cell.LONGEST);
        out.append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n<header>\n<h1>");
        text(title, Cell.LONGEST);
        out.append("</h1>\n<p>");
        text(subtitle, Cell.LONGEST);
        out.append("</p>\n<nav><ol>\n");
        for (Section section : sections) {
            out.append("<li><a href=\"#").append(section.id()).append("\">");
            text(section.title(), Cell.LONGEST);
            out.append("</a></li>\n");
        }
        out.append("</ol></nav>\n</header>\n<main>\n");
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlPage.class.getResourceAsStream("dossier.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void section(Section section) {
        out.append("<section id=\"").append(section.id()).append("\">\n<h2>");
        text(section.title(), Cell.LONGEST);
        out.append("</h2>\n");
        section.blocks().forEach(this::block);
        out.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            out.append("<p>");
            text(paragraph.text(), Cell.LONGEST);
            out.append("</p>\n");
        } else if (block instanceof Block.Note note) {
            out.append("<pre>");
            text(note.text(), LONGEST_NOTE);
            out.append("</pre>\n");
        } else if (block instanceof Block.Picture picture) {
            out.append("<figure><img alt=\"");
            text(picture.caption(), Cell.LONGEST);
            out.append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(picture.png()))
                    .append("\"><figcaption>");
            text(picture.caption(), Cell.LONGEST);
            out.append("</figcaption></figure>\n");
        } else if (block instanceof Block.Table table) {
            table(table);
        }
    }

    private void table(Block.Table table) {
        boolean named = table.head().isEmpty();
        out.append(named ? "<table class=\"fields\">\n" : "<table>\n");
        if (table.caption() != null) {
            out.append("<caption>");
            text(table.caption(), Cell.LONGEST);
            out.append("</caption>\n");
        }
        if (!named) {
            out.append("<thead><tr>");
            for (int i = 0; i < table.head().size(); i++) {
                out.append(isFigure(table, i) ? "<th scope=\"col\" class=\"figure\">" : "<th scope=\"col\">");
                text(table.head().get(i), Cell.LONGEST);
                out.append("</th>");
            }
            out.append("</tr></thead>\n");
        }
        out.append("<tbody>\n");
        for (List<Cell> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), named && i == 0);
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static boolean isFigure(Block.Table table, int column) {
        return !table.rows().isEmpty() && table.rows().get(0).get(column).kind() == Cell.Kind.FIGURE;
    }

    private void cell(Cell cell, boolean name) {
        switch (cell.kind()) {
            case TEXT -> out.append(name ? "<th scope=\"row\">" : "<td>");
            case CODE -> out.append("<td class=\"code\">");
            case FIGURE -> out.append("<td class=\"figure\">");
            case SHORT -> out.append("<td class=\"short\">");
            case GOOD -> out.append("<td class=\"good\">");
            case BAD -> out.append("<td class=\"bad\">");
        }
        marked(cell.text());
        out.append(name ? "</th>" : "</td>");
    }

    /** What nobody has said is marked wherever it stands. */
    private void marked(String text) {
        int from = out.length();
        text(text, Cell.LONGEST);
        String escaped = out.substring(from);
        out.setLength(from);
        out.append(escaped.replace(Inventory.NOT_PROVIDED, MISSING));
    }

    /** The only way for a text to get into the page. */
    private void text(String text, int longest) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Texts.visible(text, longest).toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        out.append(escaped);
    }
}
