package io.modeltracking.store;

import java.util.List;
import java.util.Optional;

/**
 * What an experiment required, and since when its hold-out is known, as far as the index knows.
 *
 * @param firstLook the first run that has figures of a data set that it holds out
 * @param builds by start
 */
public record RuleHistory(Optional<RunEntry> firstLook, List<BuildRules> builds) {

    public RuleHistory {
        builds = List.copyOf(builds);
    }

    /** Changes nothing; without an index nothing is known. */
    public static RuleHistory of(RunSource source, String experiment) {
        Optional<HistoryStore> index = source.open();
        try {
            return index.map(store -> of(store, experiment))
                    .orElseGet(() -> new RuleHistory(Optional.empty(), List.of()));
        } finally {
            index.ifPresent(HistoryStore::close);
        }
    }

    private static RuleHistory of(HistoryStore store, String experiment) {
        return new RuleHistory(
                store.runs(new RunQuery.LookingAtHoldout(experiment)).stream().findFirst(), store.rules(experiment));
    }
}
