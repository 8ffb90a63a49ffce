package io.modeltracking.serve;

import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.BuildRules;
import io.modeltracking.store.ExperimentRow;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.JournalMark;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFile;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The shared index and, before it, the runs of this machine that it has not got: they still run, or wait for the next build to
 * take them there. What is written is this machine's own.
 */
public final class JoinedStore implements HistoryStore {

    private final HistoryStore local;
    private final Supplier<HistoryStore> shared;
    private final OwnRuns own;

    /**
     * @param local is closed with this
     * @param shared gives a connection for one question
     * @param name of the shared store
     */
    public JoinedStore(HistoryStore local, Supplier<HistoryStore> shared, String name) {
        this.local = local;
        this.shared = shared;
        this.own = new OwnRuns(local, name);
    }

    private <T> T there(Function<HistoryStore, T> question) {
        try (HistoryStore store = shared.get()) {
            return question.apply(store);
        }
    }

    @Override
    public List<RunRow> search(RunSearch search) {
        Optional<RunSearch> mine = own.search(search);
        long before = mine.map(local::count).orElse(0L);
        List<RunRow> rows = new ArrayList<>();
        if (search.offset() < before) {
            rows.addAll(local.search(mine.orElseThrow()));
        }
        if (rows.size() < search.limit()) {
            RunSearch rest = new RunSearch(
                    search.filter(),
                    search.orders(),
                    search.limit() - rows.size(),
                    (int) Math.max(0, search.offset() - before),
                    search.archived(),
                    search.columns());
            rows.addAll(there(store -> store.search(rest)));
        }
        return rows;
    }

    @Override
    public long count(RunSearch search) {
        return own.search(search).map(local::count).orElse(0L) + there(store -> store.count(search));
    }

    @Override
    public List<ExperimentRow> experiments() {
        Map<String, ExperimentRow> rows = new LinkedHashMap<>();
        there(HistoryStore::experiments).forEach(row -> rows.put(row.name(), row));
        own.experiments().forEach(row -> rows.merge(row.name(), row, OwnRuns::sum));
        return rows.values().stream()
                .sorted((a, b) -> b.latest().compareTo(a.latest()))
                .toList();
    }

    @Override
    public List<RunEntry> runs(RunQuery query) {
        Map<String, RunEntry> runs = new LinkedHashMap<>();
        there(store -> store.runs(query)).forEach(run -> runs.put(run.id(), run));
        local.runs(query).forEach(run -> runs.putIfAbsent(run.id(), run));
        return List.copyOf(runs.values());
    }

    @Override
    public List<String> names(Column.Kind kind) {
        Set<String> names = new TreeSet<>(local.names(kind));
        names.addAll(there(store -> store.names(kind)));
        return List.copyOf(names);
    }

    @Override
    public Map<String, JournalMark> settled() {
        return local.settled();
    }

    @Override
    public Taken record(Collection<RunFile> runs) {
        return local.record(runs);
    }

    @Override
    public void remember(BuildFacts build) {
        local.remember(build);
    }

    @Override
    public List<BuildRules> rules(String experiment) {
        return there(store -> store.rules(experiment));
    }

    @Override
    public Optional<String> commit(String build) {
        return there(store -> store.commit(build)).or(() -> local.commit(build));
    }

    @Override
    public List<RunEntry> unlisted() {
        return local.unlisted();
    }

    @Override
    public void listed(Collection<String> ids, long seq) {
        local.listed(ids, seq);
    }

    @Override
    public List<RunEntry> unpushed(String store) {
        return local.unpushed(store);
    }

    @Override
    public void pushed(Collection<String> ids, String store) {
        local.pushed(ids, store);
    }

    @Override
    public List<KnownRun> known(Collection<String> ids) {
        return there(store -> store.known(ids));
    }

    @Override
    public void clear() {
        local.clear();
    }

    @Override
    public void close() {
        local.close();
    }
}
