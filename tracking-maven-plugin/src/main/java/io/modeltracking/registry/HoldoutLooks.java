package io.modeltracking.registry;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HoldoutRuns;
import io.modeltracking.store.RunSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often held-out rows have been looked at: the distinct combinations of code, params and seed that have figures of them. Doing
 * the same again teaches nothing new. Rows are told by their keys where the data set has key columns, else by all of the data.
 */
public final class HoldoutLooks {

    private static final String HOLDOUT = "HOLDOUT";

    private final TrackingRoot root;
    private final RunSource source;
    private final Map<String, Object> codes = new HashMap<>();
    private final Map<String, List<Look>> history = new HashMap<>();

    /** Of this machine's runs. */
    public HoldoutLooks(TrackingRoot root) {
        this(root, RunSource.local(root));
    }

    /** The history is read once for each name of a data set. */
    public HoldoutLooks(TrackingRoot root, RunSource source) {
        this.root = root;
        this.source = source;
    }

    private record Look(String run, String parent, List<String> rows, Way way) {}

    private record Way(Object code, Map<String, ParamValue> params, Set<Long> seeds) {}

    /**
     * As {@link #of(RunRecord, String)}, of all data sets that the run holds out.
     *
     * @return by the data set's name; without those that nobody has looked at
     */
    public Map<String, Integer> of(RunRecord run) {
        Map<String, Integer> all = new TreeMap<>();
        run.datasets().stream()
                .filter(data -> HOLDOUT.equals(data.role()))
                .map(DatasetRecord::name)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(name -> of(run, name).ifPresent(count -> all.put(name, count)));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    /**
     * Counts them over the whole history, the run's own look included.
     *
     * @return empty where the run holds out no data set of that name, or nobody knows its rows
     */
    public OptionalInt of(RunRecord run, String dataSet) {
        List<String> rows = rows(run, dataSet);
        if (rows.isEmpty()) {
            return OptionalInt.empty();
        }
        List<Look> looks = new ArrayList<>();
        if (isLookingAt(run, dataSet)) {
            looks.add(look(run, rows));
        }
        history.computeIfAbsent(dataSet, this::read).stream()
                .filter(look -> look.rows().equals(rows) && !look.run().equals(run.id()))
                .forEach(looks::add);
        // The figures of a study are those of its winner, which has looked itself where it has them.
        Set<String> parents = looks.stream().map(Look::parent).collect(Collectors.toSet());
        return OptionalInt.of((int) looks.stream()
                .filter(look -> !parents.contains(look.run()))
                .map(Look::way)
                .distinct()
                .count());
    }

    private List<Look> read(String dataSet) {
        List<String> runs = HoldoutRuns.lookingAt(source, dataSet);
        source.need(runs);
        return runs.stream()
                .filter(Names::isRunId)
                .filter(id -> Files.isRegularFile(root.run(id).resolve(JournalReader.FILE)))
                .map(id -> new JournalReader(root).readWithoutMetrics(root.run(id)))
                .map(run -> look(run, rows(run, dataSet)))
                .toList();
    }

    /** What tells the rows of a held-out data set from others; nothing where that is not known. */
    private static List<String> rows(RunRecord run, String dataSet) {
        return run.datasets().stream()
                .filter(data -> dataSet.equals(data.name()) && HOLDOUT.equals(data.role()) && data.hash() != null)
                .reduce((first, last) -> last)
                .map(HoldoutLooks::rows)
                .orElse(List.of());
    }

    private static List<String> rows(DatasetRecord data) {
        List<String> keys = data.columns().stream()
                .filter(column -> data.keys().contains(column.name()))
                .map(DatasetRecord.Column::sha256)
                .filter(Objects::nonNull)
                .toList();
        return keys.isEmpty() ? List.of(data.hash()) : keys;
    }

    private static boolean isLookingAt(RunRecord run, String dataSet) {
        return run.metrics().stream().anyMatch(metric -> metric.name().startsWith(dataSet + "."));
    }

    private Look look(RunRecord run, List<String> rows) {
        Map<String, ParamValue> params = new TreeMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value()));
        Set<Long> seeds = new HashSet<>();
        run.seeds().stream().map(RunEvent.Seed::root).forEach(seeds::add);
        return new Look(run.id(), run.started().parent(), rows, new Way(code(run), params, seeds));
    }

    /** Where the code is not known, each build counts as its own. */
    private Object code(RunRecord run) {
        String sha256 = run.facts().get("source");
        if (sha256 == null) {
            return String.valueOf(run.started().build());
        }
        return codes.computeIfAbsent(sha256, this::source);
    }

    private Object source(String sha256) {
        try {
            SourceState source = new FactStore(root).read(sha256, SourceState.class);
            return source.commit() == null ? sha256 : List.of(source.commit(), source.overlay());
        } catch (IOException | RuntimeException e) {
            // What cannot be read is at least the same for the runs that name it.
            return sha256;
        }
    }
}
