package io.modeltracking.store;

import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The last runs on a branch, as far as the index knows them. Changes nothing. */
public final class BranchRuns {

    /** So many runs are looked through, the last ones. */
    private static final int RUNS = 10_000;

    private static final List<Column> COLUMNS = Order.columns("model, branch, verdict");
    private static final Filter FINISHED = FilterParser.parse("attributes.parent IS NULL AND attributes.status = '"
            + Status.FINISHED + "' AND attributes.dirty = 'false'");

    private BranchRuns() {}

    /**
     * The last accepted run of each model on one of the branches, of a clean tree and not within another.
     *
     * @return ids of runs by the model's name; empty without an index
     */
    public static SortedMap<String, Found> latest(RunSource source, List<String> branches) {
        SortedMap<String, Found> latest = new TreeMap<>();
        Optional<HistoryStore> index = source.open();
        try {
            index.ifPresent(store -> store.search(new RunSearch(FINISHED, List.of(), RUNS, false, COLUMNS))
                    .forEach(run -> {
                        String model = text(run, 0);
                        String branch = text(run, 1);
                        if (model != null
                                && branches.contains(branch)
                                && !Verdict.REJECTED.name().equals(text(run, 2))) {
                            latest.putIfAbsent(model, new Found(run.id(), branch));
                        }
                    }));
            return latest;
        } finally {
            index.ifPresent(HistoryStore::close);
        }
    }

    private static String text(RunRow run, int column) {
        RunRow.Cell cell = run.cells().get(column);
        return cell == null ? null : cell.text();
    }

    /** A run, and the branch that it ran on. */
    public record Found(String run, String branch) {}
}
