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

/**
 * How often held-out rows have been looked at: the distinct combinations of code, params and seed that have figures of them. Doing
 * the same again teaches nothing new. Rows are told by their keys where the data set has key columns, else by all of the data.
 */
public final class HoldoutLooks {

    private static final String HOLDOUT = "HOLDOUT";

    private final TrackingRoot root;
    private final Map<String, Object> codes = new HashMap<>();

    public HoldoutLooks(TrackingRoot root) {
        this.root = root;
    }

    private record Look(Object code, Map<String, ParamValue> params, Set<Long> seeds) {}

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
        List<RunRecord> looking = new ArrayList<>();
        if (isLookingAt(run, dataSet)) {
            looking.add(run);
        }
        HoldoutRuns.lookingAt(root, dataSet).stream()
                .filter(id -> !id.equals(run.id()) && Names.isRunId(id))
                .filter(id -> Files.isRegularFile(root.run(id).resolve(JournalReader.FILE)))
                .map(id -> new JournalReader(root).read(root.run(id)))
                .filter(other -> rows(other, dataSet).equals(rows) && isLookingAt(other, dataSet))
                .forEach(looking::add);
        // The figures of a study are those of its winner, which has looked itself where it has them.
        Set<String> parents = new HashSet<>();
        looking.forEach(look -> parents.add(look.started().parent()));
        Set<Look> looks = new HashSet<>();
        looking.stream().filter(look -> !parents.contains(look.id())).forEach(look -> looks.add(look(look)));
        return OptionalInt.of(looks.size());
    }

    /** What tells the rows of a held-out data set from others; nothing where that is not known. */
    private static List<String> rows(RunRecord run, String dataSet) {
        return run.datasets().stream()
                .filter(data -> data.name().equals(dataSet) && HOLDOUT.equals(data.role()) && data.hash() != null)
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

    private Look look(RunRecord run) {
        Map<String, ParamValue> params = new TreeMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value()));
        Set<Long> seeds = new HashSet<>();
        run.seeds().stream().map(RunEvent.Seed::root).forEach(seeds::add);
        return new Look(code(run), params, seeds);
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
