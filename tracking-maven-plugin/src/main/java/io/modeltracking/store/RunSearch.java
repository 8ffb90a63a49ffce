package io.modeltracking.store;

import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Order;
import java.util.List;

/**
 * A question to the history.
 *
 * @param filter null for all runs
 * @param orders the first counts most; none means the latest first
 * @param limit the most runs to return
 * @param offset how many runs to leave out before
 * @param archived whether archived runs are wanted too
 * @param columns to read of each run
 */
public record RunSearch(
        Filter filter, List<Order> orders, int limit, int offset, boolean archived, List<Column> columns) {

    public RunSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit is at least 1, but was " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("An offset is at least 0, but was " + offset);
        }
        orders = List.copyOf(orders);
        columns = List.copyOf(columns);
    }

    /** The first runs. */
    public RunSearch(Filter filter, List<Order> orders, int limit, boolean archived, List<Column> columns) {
        this(filter, orders, limit, 0, archived, columns);
    }
}
