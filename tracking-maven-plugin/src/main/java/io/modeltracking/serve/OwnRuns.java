package io.modeltracking.serve;

import io.modeltracking.run.Status;
import io.modeltracking.store.ExperimentRow;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import io.modeltracking.store.query.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that only this machine has so far. */
final class OwnRuns {

    /** Whoever has more has not been in touch for long, and sees the latest of them. */
    private static final int MOST = 5_000;

    private static final Filter RUNNING = FilterParser.parse("status = '" + Status.RUNNING + "'");
    private static final Filter APART = FilterParser.parse("parent IS NULL");
    private static final Filter PART = FilterParser.parse("parent IS NOT NULL");
    private static final Filter REJECTED = FilterParser.parse("parent IS NULL AND verdict = 'REJECTED'");
    private static final Filter FAULTY =
            FilterParser.parse("parent IS NULL AND status IN ('FAILED', 'BROKEN', 'INTERRUPTED')");

    private final HistoryStore local;
    private final String shared;

    OwnRuns(HistoryStore local, String shared) {
        this.local = local;
        this.shared = shared;
    }

    private List<RunEntry> all() {
        List<RunEntry> unsent = local.unpushed(shared);
        List<RunEntry> all = new ArrayList<>(unsent.subList(Math.max(0, unsent.size() - MOST), unsent.size()));
        for (RunRow running : local.search(new RunSearch(RUNNING, List.of(), MOST, true, List.of()))) {
            all.addAll(local.runs(new RunQuery.ById(running.id())));
        }
        return all;
    }

    private static Filter only(List<RunEntry> runs) {
        return new Filter.In(
                new Column(Column.Kind.ATTRIBUTE, "run_id"),
                runs.stream().<Literal>map(run -> new Literal.Text(run.id())).toList());
    }

    private static Filter and(Filter one, Filter other) {
        return other == null ? one : new Filter.And(List.of(one, other));
    }

    /** The same question about these runs alone; empty where there are none. */
    Optional<RunSearch> search(RunSearch search) {
        List<RunEntry> all = all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunSearch(
                and(only(all), search.filter()),
                search.orders(),
                search.limit(),
                search.offset(),
                search.archived(),
                search.columns()));
    }

    List<ExperimentRow> experiments() {
        Map<String, List<RunEntry>> experiments = new LinkedHashMap<>();
        all().forEach(run -> experiments
                .computeIfAbsent(run.experiment(), name -> new ArrayList<>())
                .add(run));
        return experiments.entrySet().stream()
                .map(experiment -> row(experiment.getKey(), experiment.getValue()))
                .toList();
    }

    private ExperimentRow row(String name, List<RunEntry> runs) {
        Filter these = and(
                only(runs),
                new Filter.Comparison(
                        new Column(Column.Kind.ATTRIBUTE, "experiment"), Operator.EQUAL, new Literal.Text(name)));
        RunRow.Cell model = local.search(new RunSearch(these, List.of(), 1, true, Order.columns("model")))
                .get(0)
                .cells()
                .get(0);
        return new ExperimentRow(
                name,
                model == null ? null : model.text(),
                count(these, APART),
                count(these, PART),
                count(these, RUNNING),
                count(these, REJECTED),
                count(these, FAULTY),
                runs.stream().map(RunEntry::started).max(Instant::compareTo).orElseThrow());
    }

    private long count(Filter these, Filter which) {
        return local.count(new RunSearch(and(these, which), List.of(), 1, false, List.of()));
    }

    /** What two places have of one experiment. */
    static ExperimentRow sum(ExperimentRow there, ExperimentRow here) {
        return new ExperimentRow(
                there.name(),
                here.model() == null ? there.model() : here.model(),
                there.runs() + here.runs(),
                there.parts() + here.parts(),
                there.running() + here.running(),
                there.rejected() + here.rejected(),
                there.faults() + here.faults(),
                there.latest().isAfter(here.latest()) ? there.latest() : here.latest());
    }
}
