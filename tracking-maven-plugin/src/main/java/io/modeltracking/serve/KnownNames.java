package io.modeltracking.serve;

import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.query.Column;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The names of params, metrics and tags, asked for once as long as the index stays the same: it reads every value. */
final class KnownNames {

    private final LongSupplier version;
    private final Map<Column.Kind, List<String>> known = new EnumMap<>(Column.Kind.class);
    private long of = -1;

    KnownNames(LongSupplier version) {
        this.version = version;
    }

    synchronized List<String> of(HistoryStore store, Column.Kind kind) {
        if (of != version.getAsLong()) {
            known.clear();
            of = version.getAsLong();
        }
        return known.computeIfAbsent(kind, store::names);
    }
}
