package io.modeltracking.maven;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Column.Kind;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs of a build that came to other results than runs before them, though nothing else differs. Trials are left out. */
final class FlakyPast {

    /** Of an experiment at one commit: more would tell the same again. */
    private static final int MOST_RUNS = 100;

    private static final int NAMED = 4;

    private final TrackingRoot root;
    private final Clock clock;
    private final HistoryStore store;
    private final RunSource source;
    private final Map<String, Optional<SourceState>> sources = new HashMap<>();

    private record Place(String experiment, String commit) {}

    /** @param source brings the runs here that the index knows */
    FlakyPast(TrackingRoot root, Clock clock, HistoryStore store, RunSource source) {
        this.root = root;
        this.clock = clock;
        this.store = store;
        this.source = source;
    }

    /** One sentence for those that differ in their results alone; the build's own runs are named first. */
    List<String> warnings(List<RunRecord> runs) {
        FlakyRuns flaky = new FlakyRuns();
        Set<String> own = new LinkedHashSet<>();
        Set<Place> places = new LinkedHashSet<>();
        for (RunRecord run : runs) {
            SourceState source = source(run).orElse(null);
            if (run.started().parent() != null || source == null || source.commit() == null) {
                continue;
            }
            own.add(run.id());
            places.add(new Place(run.experiment(), source.commit()));
            flaky.add(run, source);
        }
        places.forEach(place ->
                others(place, own).forEach(run -> flaky.add(run, source(run).orElse(null))));
        return flaky.groups().stream()
                .filter(group -> own.contains(group.runs().get(0).id()))
                .map(group -> group.sentence(NAMED))
                .toList();
    }

    /** The latest first. */
    private List<RunRecord> others(Place place, Set<String> own) {
        Filter filter = new Filter.And(List.of(
                equal("experiment", place.experiment()),
                equal("commit", place.commit()),
                new Filter.Absent(attribute("parent"))));
        Map<String, RunEntry> entries = new LinkedHashMap<>();
        for (RunRow row : store.search(new RunSearch(filter, List.of(), MOST_RUNS, true, List.of()))) {
            if (!own.contains(row.id())) {
                store.runs(new RunQuery.ById(row.id())).forEach(entry -> entries.put(entry.id(), entry));
            }
        }
        source.need(entries.keySet());
        return new RunFolders(root, clock)
                .load(new ArrayList<>(entries.values()))
                .runs();
    }

    private static Filter equal(String name, String value) {
        return new Filter.Comparison(attribute(name), Operator.EQUAL, new Literal.Text(value));
    }

    private static Column attribute(String name) {
        return new Column(Kind.ATTRIBUTE, name);
    }

    /** Empty where it is not known: the report warns of what it cannot read. */
    private Optional<SourceState> source(RunRecord run) {
        String sha256 = run.facts().get("source");
        return sha256 == null ? Optional.empty() : sources.computeIfAbsent(sha256, this::read);
    }

    private Optional<SourceState> read(String sha256) {
        try {
            return Optional.of(new FactStore(root).read(sha256, SourceState.class));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
