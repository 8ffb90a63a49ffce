package io.modeltracking.store;

import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import java.util.List;
import java.util.Optional;

/** The runs that have figures of a data set that is held out, as far as the index knows them. Changes nothing. */
public final class HoldoutRuns {

    private static final Filter HELD_OUT = FilterParser.parse("datasets.role = 'HOLDOUT'");

    private HoldoutRuns() {}

    /** @return ids of the runs that hold out some data set, and have a metric of that one; empty without an index */
    public static List<String> lookingAt(RunSource source, String dataSet) {
        Optional<HistoryStore> index = source.open();
        try {
            return index.map(store -> lookingAt(store, dataSet)).orElse(List.of());
        } finally {
            index.ifPresent(HistoryStore::close);
        }
    }

    private static List<String> lookingAt(HistoryStore store, String dataSet) {
        List<Filter> figures = store.names(Column.Kind.METRIC).stream()
                .filter(name -> name.startsWith(dataSet + "."))
                .<Filter>map(name -> new Filter.Not(new Filter.Absent(new Column(Column.Kind.METRIC, name))))
                .toList();
        if (figures.isEmpty()) {
            return List.of();
        }
        Filter any = figures.size() == 1 ? figures.get(0) : new Filter.Or(figures);
        Filter both = new Filter.And(List.of(HELD_OUT, any));
        return store.search(new RunSearch(both, List.of(), Integer.MAX_VALUE, true, List.of())).stream()
                .map(RunRow::id)
                .toList();
    }
}
