package io.modeltracking.maven;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** A table of at most {@link ConsoleText#WIDTH} columns. Figures are never cut; what does not fit is left out, and said. */
final class ConsoleTable {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;
    private static final int HEAD = 12;

    private final List<Column> columns = new ArrayList<>();
    private final int rows;

    /** @param rows how many there are */
    ConsoleTable(int rows) {
        this.rows = rows;
    }

    /** @param cells one a row; null for none */
    ConsoleTable column(String title, List<String> cells, boolean figures) {
        List<String> shown =
                cells.stream().map(cell -> cell == null ? "" : visible(cell)).toList();
        int natural = shown.stream().mapToInt(String::length).max().orElse(0);
        Column column = new Column(visible(title), shown, figures);
        column.width = Math.max(natural, column.title.length());
        column.comfortable = Math.max(natural, Math.min(column.title.length(), HEAD));
        column.narrowest = Math.min(column.width, figures ? Math.max(NARROWEST, natural) : NARROWEST);
        columns.add(column);
        return this;
    }

    private static final class Column {
        final String title;
        final List<String> cells;
        final boolean figures;
        int width;
        int comfortable;
        int narrowest;

        Column(String title, List<String> cells, boolean figures) {
            this.title = title;
            this.cells = cells;
            this.figures = figures;
        }

        /** Of a name the end tells most. */
        String head() {
            String cut = title.length() <= width ? title : "…" + title.substring(title.length() - width + 1);
            return padded(cut);
        }

        String cell(int row) {
            String text = cells.get(row);
            if (text.length() <= width) {
                return padded(text);
            }
            // Names that begin alike differ at their ends.
            int end = (width - 1) / 2;
            return text.substring(0, width - 1 - end) + "…" + text.substring(text.length() - end);
        }

        private String padded(String text) {
            String blanks = " ".repeat(width - text.length());
            return figures ? blanks + text : text + blanks;
        }
    }

    /** The head, then the rows, then what was left out. */
    List<String> lines() {
        int shown = fit();
        List<Column> some = columns.subList(0, shown);
        List<String> lines = new ArrayList<>();
        lines.add(line(some.stream().map(Column::head)));
        for (int i = 0; i < rows; i++) {
            int row = i;
            lines.add(line(some.stream().map(column -> column.cell(row))));
        }
        if (shown < columns.size()) {
            List<String> left = columns.subList(shown, columns.size()).stream()
                    .map(column -> column.title)
                    .toList();
            lines.addAll(ConsoleText.lines("Not shown for want of width: " + String.join(", ", left)));
        }
        return lines;
    }

    /** Narrows long heads first, then what is widest; how many columns then fit, at least one. */
    private int fit() {
        int shown = columns.size();
        while (width(shown) > ConsoleText.WIDTH) {
            List<Column> some = columns.subList(0, shown);
            Optional<Column> wide =
                    widest(some, column -> column.comfortable).or(() -> widest(some, column -> column.narrowest));
            if (wide.isPresent()) {
                wide.get().width--;
            } else if (shown > 1) {
                shown--;
            } else {
                break;
            }
        }
        return shown;
    }

    private static Optional<Column> widest(List<Column> columns, ToIntFunction<Column> least) {
        return columns.stream()
                .filter(column -> column.width > least.applyAsInt(column))
                .max(Comparator.comparingInt(column -> column.width));
    }

    private int width(int shown) {
        return columns.subList(0, shown).stream()
                        .mapToInt(column -> column.width)
                        .sum()
                + GAP.length() * (shown - 1);
    }

    private static String line(Stream<String> cells) {
        return String.join(GAP, cells.toList()).stripTrailing();
    }

    /** On one line, without characters that hide or reorder others. */
    static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\ufffd");
    }
}
