package io.modeltracking.serve;

import io.modeltracking.report.BuildVerdict;
import io.modeltracking.report.Past;
import io.modeltracking.report.ReportInput;
import io.modeltracking.report.ReportRun;
import io.modeltracking.report.ServedData;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs with those that belong to them, as the report's page wants them. */
final class RunSlices {

    private static final int DEEPEST = 8;
    private static final int MOST = 5_000;
    private static final int MOST_COMPARED = 8;

    private final String project;
    private final TrackingRoot root;
    private final Clock clock;
    private final RunSource source;
    private final RunFacts facts;

    RunSlices(ServedHistory history) {
        this.project = history.project();
        this.root = history.root();
        this.clock = history.clock();
        this.source = history.source();
        this.facts = new RunFacts(root);
    }

    /** A run, what it is part of, and its parts. */
    String run(HistoryStore store, String id) {
        Map<String, RunEntry> wanted = new LinkedHashMap<>();
        RunEntry entry = entry(store, id);
        source.needWhole(List.of(entry.id()));
        wanted.put(entry.id(), entry);
        addParts(store, entry.id(), wanted);
        return slice(store, wanted);
    }

    /** A study with all that was tried, and the repeats and folds of each trial. */
    String study(HistoryStore store, String id) {
        Map<String, RunEntry> wanted = new LinkedHashMap<>();
        RunEntry entry = entry(store, id);
        source.needWhole(List.of(entry.id()));
        wanted.put(entry.id(), entry);
        addParts(store, entry.id(), wanted);
        for (RunEntry trial : List.copyOf(wanted.values())) {
            if (!trial.id().equals(entry.id())) {
                addParts(store, trial.id(), wanted);
            }
        }
        return slice(store, wanted);
    }

    String compared(HistoryStore store, String ids) {
        List<String> named = Arrays.stream(ids.split(",")).distinct().toList();
        if (named.size() < 2 || named.size() > MOST_COMPARED) {
            throw new Refusal(
                    400, "Two to " + MOST_COMPARED + " runs can be compared: give their ids, separated by commas");
        }
        Map<String, RunEntry> wanted = new LinkedHashMap<>();
        for (String id : named) {
            RunEntry entry = entry(store, id);
            source.needWhole(List.of(entry.id()));
            wanted.put(entry.id(), entry);
            load(List.of(entry)).stream()
                    .filter(run -> run.search().winner() != null)
                    .flatMap(run ->
                            store.runs(new RunQuery.ById(run.search().winner().run())).stream())
                    .forEach(winner -> wanted.put(winner.id(), winner));
        }
        return slice(store, wanted);
    }

    /**
     * The run whose id begins so.
     *
     * @throws Refusal where there is none, or several
     */
    static RunEntry entry(HistoryStore store, String prefix) {
        if (!prefix.matches("[0-9a-f]{4,32}")) {
            throw new Refusal(400, "A run is named by the first 4 to 32 hex digits of its id");
        }
        List<RunEntry> found = store.runs(new RunQuery.ById(prefix));
        if (found.isEmpty()) {
            throw new Refusal(404, "No run's id begins with " + prefix);
        }
        if (found.size() > 1) {
            throw new Refusal(404, "The ids of " + found.size() + " runs begin with " + prefix + ": give more digits");
        }
        return found.get(0);
    }

    private static void addParts(HistoryStore store, String parent, Map<String, RunEntry> wanted) {
        for (RunEntry part : store.runs(new RunQuery.ChildrenOf(parent))) {
            if (wanted.size() < MOST) {
                wanted.putIfAbsent(part.id(), part);
            }
        }
    }

    private String slice(HistoryStore store, Map<String, RunEntry> wanted) {
        Map<String, RunRecord> runs = new LinkedHashMap<>();
        load(wanted.values()).forEach(run -> runs.put(run.id(), run));
        for (RunRecord run : List.copyOf(runs.values())) {
            addParents(store, run, runs);
        }
        if (runs.isEmpty()) {
            throw new Refusal(404, "The run's files are gone, or cannot be read: mvn tracking:show says why");
        }
        List<ReportRun> told = runs.values().stream().map(facts::told).toList();
        ReportRun first = told.get(0);
        return ServedData.runs(new ReportInput(
                project,
                first.record().started().module() == null
                        ? project
                        : first.record().started().module(),
                null,
                first.record().started().build(),
                first.record().started().time(),
                first.record().started().ciUrl(),
                first.source(),
                root,
                told,
                List.of(),
                BuildVerdict.UNGATED,
                List.of(),
                null,
                null,
                null,
                Past.NONE,
                null));
    }

    private void addParents(HistoryStore store, RunRecord run, Map<String, RunRecord> runs) {
        RunRecord one = run;
        for (int depth = 0; depth < DEEPEST && one != null && one.started().parent() != null; depth++) {
            String parent = one.started().parent();
            if (!runs.containsKey(parent)) {
                load(parent.matches("[0-9a-f]{32}") ? store.runs(new RunQuery.ById(parent)) : List.of())
                        .forEach(found -> runs.put(found.id(), found));
            }
            one = runs.get(parent);
        }
    }

    private List<RunRecord> load(Collection<RunEntry> entries) {
        source.need(entries.stream().map(RunEntry::id).toList());
        return new ArrayList<>(new RunFolders(root, clock).load(entries).runs());
    }
}
