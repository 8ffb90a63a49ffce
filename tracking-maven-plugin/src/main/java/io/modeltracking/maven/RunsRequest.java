package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import io.modeltracking.store.query.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody asks of the history, as typed.
 *
 * @param filter null for all runs
 * @param order null for the latest first
 * @param limit the most runs to show
 * @param columns null for what tells runs apart and what filter and order speak of
 * @param archived whether archived runs are wanted too; a filter on the life cycle's stage wants them anyhow
 */
record RunsRequest(String filter, String order, int limit, String columns, boolean archived) {

    private static final String BASICS = "run_name, status, start_time";
    private static final String STAGE = "lifecycle_stage";

    /** @throws io.modeltracking.store.query.FilterException where a text cannot be read, or speaks of what no run has */
    RunList answer(HistoryStore store) {
        if (limit < 1) {
            throw new RegistryException("-Dlimit=" + limit + " shows nothing: a limit is at least 1");
        }
        Vocabulary vocabulary = Vocabulary.of(store::names);
        Filter condition = isBlank(filter) ? null : FilterParser.parse(filter, vocabulary);
        List<Order> orders = isBlank(order) ? List.of() : Order.parse(order, vocabulary);
        List<Column> shown = isBlank(columns) ? usual(condition, orders) : Order.columns(columns, vocabulary);
        boolean asked = condition != null
                && condition.columns().stream().anyMatch(column -> column.name().equals(STAGE));
        // One more than is shown tells whether there are others.
        int most = limit == Integer.MAX_VALUE ? limit : limit + 1;
        List<RunRow> found = store.search(new RunSearch(condition, orders, most, archived || asked, shown));
        boolean more = found.size() > limit;
        RunList list = new RunList(shown, more ? found.subList(0, limit) : found, more);
        return isBlank(columns) ? list.filled() : list;
    }

    private List<Column> usual(Filter condition, List<Order> orders) {
        Set<Column> usual = new LinkedHashSet<>(Order.columns(BASICS));
        if (archived) {
            usual.addAll(Order.columns(STAGE));
        }
        orders.forEach(one -> usual.add(one.column()));
        if (condition != null) {
            usual.addAll(condition.columns());
        }
        usual.removeIf(column ->
                column.kind() == Column.Kind.ATTRIBUTE && column.name().equals("run_id"));
        return new ArrayList<>(usual);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
