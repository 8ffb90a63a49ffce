package io.modeltracking.serve;

import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import io.modeltracking.store.query.Vocabulary;
import java.util.List;
import java.util.Map;

/**
 * Which runs somebody wants to see, as the address has it.
 *
 * @param trials whether trials, repeats and folds are wanted too, which stand with their study otherwise
 */
record RunQuestion(
        String filter, String order, String columns, int limit, int offset, boolean trials, boolean archived) {

    private static final int MOST = 500;
    private static final int USUAL = 50;
    private static final int FURTHEST = 10_000_000;
    private static final int LONGEST = 4_000;
    private static final Filter ON_ITS_OWN = new Filter.Absent(new Column(Column.Kind.ATTRIBUTE, "parent"));

    static RunQuestion of(Map<String, String> parameters) {
        return new RunQuestion(
                text(parameters, "filter"),
                text(parameters, "order"),
                text(parameters, "columns"),
                whole(parameters, "limit", USUAL, 1, MOST),
                whole(parameters, "offset", 0, 0, FURTHEST),
                "1".equals(parameters.get("trials")),
                "1".equals(parameters.get("archived")));
    }

    /** @throws io.modeltracking.store.query.FilterException where it cannot be read, or speaks of what no run has */
    Filter typed(Vocabulary vocabulary) {
        return filter.isBlank() ? null : FilterParser.parse(filter, vocabulary);
    }

    /** What is asked of the history for a filter that was typed, or null. */
    Filter condition(Filter typed) {
        if (trials) {
            return typed;
        }
        return typed == null ? ON_ITS_OWN : new Filter.And(List.of(typed, ON_ITS_OWN));
    }

    List<Order> orders(Vocabulary vocabulary) {
        return order.isBlank() ? List.of() : Order.parse(order, vocabulary);
    }

    private static String text(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        if (text.length() > LONGEST) {
            throw new Refusal(400, "The " + name + " is longer than " + LONGEST + " characters: make it shorter");
        }
        return text;
    }

    private static int whole(Map<String, String> parameters, String name, int usual, int least, int most) {
        String text = parameters.getOrDefault(name, "");
        if (text.isBlank()) {
            return usual;
        }
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Refusal(400, "The " + name + " is a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
