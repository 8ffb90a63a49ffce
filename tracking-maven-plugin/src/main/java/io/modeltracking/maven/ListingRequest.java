package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.report.Listing;
import io.modeltracking.store.HistoryStore;
import java.util.List;
import java.util.Set;

/**
 * Which runs somebody wants a report to list, as typed.
 *
 * @param filter null or blank for all runs
 * @param order null or blank for that of the report
 * @param limit null for all that match
 */
record ListingRequest(String filter, String order, Integer limit) {

    static final ListingRequest ALL = new ListingRequest(null, null, null);

    /** No text that is blank. */
    ListingRequest {
        filter = filter == null || filter.isBlank() ? null : filter;
        order = order == null || order.isBlank() ? null : order;
    }

    /**
     * Chooses among the runs of a report. Without an order the latest count first.
     *
     * @return null where nothing was asked
     * @throws io.modeltracking.store.query.FilterException where a text cannot be read, or speaks of what no run has
     */
    Listing answer(HistoryStore store, Set<String> runs) {
        if (equals(ALL)) {
            return null;
        }
        if (limit != null && limit < 1) {
            throw new RegistryException("-Dlimit=" + limit + " shows nothing: a limit is at least 1");
        }
        List<String> matching = new RunsRequest(filter, order, Integer.MAX_VALUE, "run_id", true)
                .answer(store).ids().stream().filter(runs::contains).toList();
        int most = limit == null ? matching.size() : Math.min(limit, matching.size());
        return new Listing(filter, order, limit, matching.size(), matching.subList(0, most));
    }
}
