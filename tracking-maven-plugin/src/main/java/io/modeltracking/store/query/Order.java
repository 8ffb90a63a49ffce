package io.modeltracking.store.query;

import java.util.ArrayList;
import java.util.List;

/** By which column runs are sorted; those without a number there come last, whichever way. */
public record Order(Column column, boolean descending) {

    /**
     * Reads {@code metrics.test.rmse ASC, attributes.start_time DESC}; without a direction it is ascending.
     *
     * @param text not blank
     * @throws FilterException naming the column of the fault and what would be right
     */
    public static List<Order> parse(String text) {
        return parse(text, Vocabulary.ANY);
    }

    /**
     * The same, of what runs have.
     *
     * @param vocabulary in which every param, metric and tag must stand
     */
    public static List<Order> parse(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens("order", text, vocabulary);
        List<Order> orders = new ArrayList<>();
        do {
            Column column = tokens.column();
            if (column.kind() == Column.Kind.DATASET) {
                throw tokens.faultBefore(
                        "a run may have many data sets, which give it no place in an order.",
                        "Order by metrics.…, params.…, tags.… or an attribute.");
            }
            boolean descending = tokens.take("DESC");
            if (!descending) {
                tokens.take("ASC");
            }
            orders.add(new Order(column, descending));
        } while (tokens.takeSign(","));
        if (tokens.peek().type() != Lexer.Type.END) {
            throw tokens.unexpected("ASC, DESC, a comma or the end");
        }
        return orders;
    }

    /**
     * Reads columns, separated by commas.
     *
     * @throws FilterException naming the column of the fault and what would be right
     */
    public static List<Column> columns(String text) {
        return columns(text, Vocabulary.ANY);
    }

    /**
     * The same, of what runs have.
     *
     * @param vocabulary in which every param, metric and tag must stand
     */
    public static List<Column> columns(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens("columns", text, vocabulary);
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(tokens.column());
        } while (tokens.takeSign(","));
        if (tokens.peek().type() != Lexer.Type.END) {
            throw tokens.unexpected("a comma or the end");
        }
        return columns;
    }
}
