package io.modeltracking.store;

import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory;
import io.modeltracking.run.StudyHistory.PastPoint;
import io.modeltracking.run.StudyHistory.PastStudy;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the studies of a module have come to, for its next test JVM: the interrupted ones, and the best trials of the
 * others. Changes nothing, and makes do with the run files where there is no index.
 */
public final class PastStudies {

    /** The artifacts of a study that are read. */
    public static final String RANKING = "ranking.csv";

    public static final String SPACE = "search-space.json";

    /** So many studies of a module are looked at, the last ones. */
    private static final int STUDIES = 50;

    private static final Set<Status> WITHOUT_END = Set.of(Status.INTERRUPTED, Status.BROKEN, Status.FAILED);

    private final TrackingRoot root;
    private final Clock clock;
    private final JournalReader reader;
    private final Map<String, RunRecord> unindexed = new HashMap<>();

    public PastStudies(TrackingRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
        this.reader = new JournalReader(root);
    }

    /** @param module {@code groupId:artifactId} */
    public StudyHistory of(String module) {
        Optional<HistoryStore> index = History.peek(root);
        try {
            Optional<HistoryStore> usable = index.filter(store -> isReadable(store, module));
            Map<String, JournalMark> known = usable.map(HistoryStore::settled).orElse(Map.of());
            new RunFolders(root, clock)
                    .changed(
                            known,
                            files -> files.stream()
                                    .map(RunFile::run)
                                    .filter(run -> module.equals(run.started().module()))
                                    .forEach(run -> unindexed.put(run.id(), run)));
            return history(studies(usable, module), usable);
        } finally {
            index.ifPresent(HistoryStore::close);
        }
    }

    /** Ids of a study's best trials, the best first, as its artifact {@link #RANKING} has them. */
    public static List<String> ranked(TrackingRoot root, RunRecord study) {
        return PastTrials.ranked(root, study);
    }

    /** An index that is damaged or of another version is the business of {@code record}. */
    private static boolean isReadable(HistoryStore store, String module) {
        try {
            store.runs(new RunQuery.StudiesOf(module));
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    private List<RunRecord> studies(Optional<HistoryStore> index, String module) {
        List<RunRecord> studies = new ArrayList<>(unindexed.values().stream()
                .filter(run -> run.started().parent() == null && run.search().objective() != null)
                .toList());
        index.ifPresent(store -> {
            List<RunEntry> entries = store.runs(new RunQuery.StudiesOf(module));
            entries.subList(Math.max(0, entries.size() - STUDIES), entries.size()).stream()
                    .filter(entry -> !unindexed.containsKey(entry.id()))
                    .forEach(entry -> read(entry.id()).ifPresent(studies::add));
        });
        studies.sort(
                Comparator.comparing((RunRecord run) -> run.started().time()).thenComparing(RunRecord::id));
        return studies;
    }

    private Optional<RunRecord> read(String id) {
        RunRecord known = unindexed.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(reader.read(root.run(id)));
        } catch (JournalException e) {
            return Optional.empty();
        }
    }

    private StudyHistory history(List<RunRecord> studies, Optional<HistoryStore> index) {
        Map<List<String>, RunRecord> last = new LinkedHashMap<>();
        studies.forEach(study -> last.put(
                List.of(
                        study.experiment(),
                        String.valueOf(study.started().testClass()),
                        String.valueOf(study.started().method())),
                study));
        List<PastStudy> interrupted = last.values().stream()
                .filter(PastStudies::isInterrupted)
                .map(study -> PastTrials.study(root, study, trials(study, index), trial -> children(trial, index)))
                .filter(study -> !study.trials().isEmpty())
                .toList();
        List<PastPoint> best = studies.stream()
                .filter(study -> study.search().winner() != null)
                .flatMap(study -> best(study))
                .toList();
        return new StudyHistory(interrupted, best);
    }

    /** Whether a study came to no end. */
    public static boolean isInterrupted(RunRecord study) {
        return study.search().winner() == null
                && WITHOUT_END.contains(study.status())
                && study.verdict() != Verdict.REJECTED;
    }

    private List<RunRecord> trials(RunRecord study, Optional<HistoryStore> index) {
        Stream<RunRecord> own = children(study, index).stream();
        Stream<RunRecord> reused = study.search().reused().stream().flatMap(trial -> read(trial.run()).stream());
        return Stream.concat(own, reused)
                .filter(run -> run.search().trial() != null)
                .toList();
    }

    private List<RunRecord> children(RunRecord parent, Optional<HistoryStore> index) {
        Map<String, RunRecord> children = unindexed.values().stream()
                .filter(run -> parent.id().equals(run.started().parent()))
                .collect(Collectors.toMap(RunRecord::id, run -> run));
        index.ifPresent(store -> store.runs(new RunQuery.ChildrenOf(parent.id()))
                .forEach(entry -> read(entry.id()).ifPresent(run -> children.put(run.id(), run))));
        return List.copyOf(children.values());
    }

    private Stream<PastPoint> best(RunRecord study) {
        return PastTrials.ranked(root, study).stream()
                .flatMap(id -> read(id).stream())
                .filter(trial -> trial.verdict() == Verdict.ACCEPTED
                        && trial.search().objective() != null
                        && trial.search().objective().value() != null
                        && study.id().equals(trial.started().parent()))
                .map(trial -> new PastPoint(
                        trial.id(),
                        trial.started().model(),
                        trial.search().objective().metric(),
                        trial.search().objective().direction(),
                        trial.search().objective().value(),
                        PastTrials.params(trial)));
    }
}
