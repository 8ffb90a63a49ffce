package io.modeltracking.store.shared;

import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.PastStudies;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Brings what a module's next test JVM is told of its studies: no more, as each job of a pipeline waits for it. */
final class StudyFetch {

    /** So many ended studies of an experiment, the last ones. */
    private static final int ENDED = 3;

    private static final Set<String> FILES = Set.of(PastStudies.RANKING, PastStudies.SPACE);

    private final SharedStore store;
    private final TrackingRoot root;

    StudyFetch(SharedStore store, TrackingRoot root) {
        this.store = store;
        this.root = root;
    }

    /** @param commit that is checked out: what another has interrupted is not continued. Null where it is not known */
    void bring(String module, String commit) throws IOException {
        List<String> ids;
        try (HistoryStore index = store.index()) {
            ids = latest(index.runs(new RunQuery.StudiesOf(module)));
        }
        if (ids.isEmpty()) {
            return;
        }
        store.need(ids);
        new Fetch(root, store.objects()).artifacts(ids, FILES);
        List<RunRecord> studies = ids.stream().flatMap(id -> read(id).stream()).toList();
        Set<String> trials = new LinkedHashSet<>();
        studies.forEach(study -> trials.addAll(PastStudies.ranked(root, study)));
        try (HistoryStore index = store.index()) {
            for (RunRecord study : studies) {
                if (PastStudies.isInterrupted(study)) {
                    List<String> begun = trials(study, index);
                    if (isOf(commit, begun)) {
                        trials.addAll(begun);
                        begun.forEach(trial ->
                                index.runs(new RunQuery.ChildrenOf(trial)).forEach(part -> trials.add(part.id())));
                    }
                }
            }
        }
        store.need(trials);
    }

    private static List<String> latest(List<RunEntry> studies) {
        Map<String, List<RunEntry>> experiments = new LinkedHashMap<>();
        studies.forEach(study -> experiments
                .computeIfAbsent(study.experiment(), name -> new ArrayList<>())
                .add(study));
        Set<String> ids = new LinkedHashSet<>();
        for (List<RunEntry> all : experiments.values()) {
            List<RunEntry> ended = all.stream()
                    .filter(study -> study.status() == Status.FINISHED)
                    .toList();
            ended.subList(Math.max(0, ended.size() - ENDED), ended.size()).forEach(study -> ids.add(study.id()));
            ids.add(all.get(all.size() - 1).id());
        }
        return List.copyOf(ids);
    }

    /** Those that have ended, and those that it had taken over itself. */
    private static List<String> trials(RunRecord study, HistoryStore index) {
        return Stream.concat(
                        index.runs(new RunQuery.ChildrenOf(study.id())).stream()
                                .filter(trial -> trial.status() != Status.INTERRUPTED)
                                .map(RunEntry::id),
                        study.search().reused().stream().map(trial -> trial.run()))
                .toList();
    }

    /** The first tells it of all: a study that was killed has not come to say which code it ran. */
    private boolean isOf(String commit, List<String> trials) {
        if (commit == null || trials.isEmpty()) {
            return false;
        }
        store.need(trials.subList(0, 1));
        String source =
                read(trials.get(0)).map(trial -> trial.facts().get("source")).orElse(null);
        try {
            return source != null
                    && commit.equals(RunJson.mapper()
                            .readValue(root.fact(source).toFile(), SourceState.class)
                            .commit());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<RunRecord> read(String id) {
        try {
            return Optional.of(new JournalReader(root).readWithoutMetrics(root.run(id)));
        } catch (JournalException e) {
            return Optional.empty();
        }
    }
}
