package io.modeltracking.dossier;

import java.util.ArrayList;
import java.util.List;

/** A piece of a section. */
sealed interface Block {

    /** A sentence or several. */
    record Paragraph(String text) implements Block {}

    /** Text of a person, line by line as it was written. */
    record Note(String text) implements Block {}

    /**
     * A table.
     *
     * @param caption null for none
     * @param head names of the columns; empty where the first cell of each row is its name
     */
    record Table(String caption, List<String> head, List<List<Cell>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** @param png whose bytes are a PNG picture */
    record Picture(String caption, byte[] png) implements Block {}

    /** Rows of a name and a value. */
    static Rows fields() {
        return new Rows();
    }

    /** Collects rows of a name and a value. */
    final class Rows {
        private final List<List<Cell>> rows = new ArrayList<>();

        Rows add(String name, Cell value) {
            rows.add(List.of(Cell.of(name), value));
            return this;
        }

        Table table() {
            return new Table(null, List.of(), rows);
        }
    }
}
