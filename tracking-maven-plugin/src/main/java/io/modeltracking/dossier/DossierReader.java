package io.modeltracking.dossier;

import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.GoalpostCheck;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects what a dossier is about. What is lost is named, and stands in the way of nothing else. */
public final class DossierReader {

    private final TrackingRoot root;
    private final PublicKeys keys;
    private final Clock clock;
    private final String tool;

    /**
     * @param keys that vouch for who acted
     * @param tool version of the plugin
     */
    public DossierReader(TrackingRoot root, PublicKeys keys, Clock clock, String tool) {
        this.root = root;
        this.keys = keys;
        this.clock = clock;
        this.tool = tool;
    }

    /**
     * A subject, and what of it is not as it was recorded.
     *
     * @param problems one line each
     */
    public record Reading(DossierSubject subject, List<String> problems) {}

    /**
     * Collects a version.
     *
     * @param events the whole ledger
     * @param reference {@code motor-frequency/3} or {@code motor-frequency@Production}
     * @throws io.modeltracking.registry.RegistryException when there is no such version
     */
    public Reading read(List<LedgerEvent> events, String reference) {
        ModelVersion version = Registry.of(events, keys).version(reference);
        Evidence evidence = version.evidence();
        Scope scope = Scope.of(version, events);
        List<RunRecord> history = runs(scope);
        Map<String, RunRecord> byId = history.stream().collect(Collectors.toMap(RunRecord::id, run -> run));
        List<LedgerEvent> about = events.stream()
                .filter(event -> scope.holds(event, byId.keySet()))
                .toList();
        List<String> problems = new ArrayList<>();
        RunRecord run = byId.get(evidence.run());
        if (run == null) {
            problems.add("The journal of run " + evidence.run() + ", which the version was made by, is lost");
        }
        history.forEach(read -> read.problems()
                .forEach(problem -> problems.add("Run " + read.shortId() + ": its journal's " + problem)));
        journals(scope, about, byId.keySet(), problems);
        return new Reading(
                new DossierSubject(
                        version,
                        run,
                        evidence.study() == null ? null : byId.get(evidence.study()),
                        fact(run, "source", SourceState.class, problems),
                        fact(run, "environment", EnvironmentState.class, problems),
                        fact(run, "build", BuildState.class, problems),
                        history,
                        about,
                        events.get(events.size() - 1).hash(),
                        tool,
                        clock.instant(),
                        moved(version, events, problems)),
                List.copyOf(problems));
    }

    /** Up to the registration: what stood then is what the version was judged by. */
    private List<MovedGoalpost> moved(ModelVersion version, List<LedgerEvent> events, List<String> problems) {
        Evidence evidence = version.evidence();
        try {
            return new GoalpostCheck(root, events)
                    .moved(
                            evidence.module(),
                            List.of(evidence.experiment()),
                            version.history().get(0).time());
        } catch (StoreException e) {
            problems.add(
                    "Whether a bound was loosened after held-out data had been read is not known: " + e.getMessage());
            return List.of();
        }
    }

    private List<RunRecord> runs(Scope scope) {
        List<RunRecord> runs = new ArrayList<>();
        new RunFolders(root, clock)
                .changed(
                        Map.of(),
                        files -> files.forEach(file -> {
                            if (scope.holds(file.run())) {
                                runs.add(file.run());
                            }
                        }));
        runs.sort(Comparator.comparing((RunRecord run) -> run.started().time()).thenComparing(RunRecord::id));
        return runs;
    }

    /** Whether each journal is what the ledger last recorded of it. */
    private void journals(Scope scope, List<LedgerEvent> events, Set<String> runs, List<String> problems) {
        Map<String, ListedRun> last = new TreeMap<>();
        events.stream().flatMap(event -> ListedRun.of(event).stream()).forEach(run -> last.put(run.id(), run));
        for (ListedRun run : last.values()) {
            if (!runs.contains(run.id())) {
                if (scope.holds(run)) {
                    problems.add("The journal of run " + run.id() + ", which event " + run.event()
                            + " of the ledger recorded, is lost");
                }
            } else if (!isAsRecorded(run)) {
                problems.add("The journal of run " + run.id() + " is not what event " + run.event()
                        + " of the ledger recorded");
            }
        }
    }

    private boolean isAsRecorded(ListedRun run) {
        try {
            Path journal = root.run(run.id()).resolve(JournalReader.FILE);
            return run.journal().equals("sha256:" + Sha256.of(journal, Long.parseLong(run.bytes())));
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private <T> T fact(RunRecord run, String kind, Class<T> type, List<String> problems) {
        T fact = run == null ? null : new Facts(root).of(run, kind, type).orElse(null);
        if (fact == null && run != null && run.facts().containsKey(kind)) {
            problems.add("The " + kind + " of run " + run.shortId() + " (fact "
                    + run.facts().get(kind) + ") is lost or damaged");
        }
        return fact;
    }
}
