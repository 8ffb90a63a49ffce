package io.modeltracking.experiment;

import io.modeltracking.provenance.KeptData;
import io.modeltracking.run.Journal;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.LiveLock;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What all runs of this JVM under one tracking root share. Lives as long as the JVM: Surefire's reruns come to it again. */
final class TrackingSession {

    private static final Map<TrackingConfiguration, TrackingSession> SESSIONS = new ConcurrentHashMap<>();

    private final TrackingConfiguration configuration;
    private final BuildFacts build;
    private final SharedFacts facts;
    private final Author author;
    private final LiveLock live;
    private final Console console;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Map<String, ExperimentDefinition> meanings = new ConcurrentHashMap<>();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Map<String, TrialBook> unfinished = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, RunScope>> parts = new ConcurrentHashMap<>();

    private TrackingSession(TrackingConfiguration configuration) {
        this.configuration = configuration;
        this.console = Console.on(configuration.terminal());
        this.build = configuration.build();
        TrackingRoot root = configuration.root();
        try {
            root.create();
            this.live = LiveLock.hold(root, "jvm-" + ProcessHandle.current().pid() + "-" + newId().substring(0, 8));
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot write the tracking folder " + root.directory() + " (" + e
                            + "): make it writable, or set tracking.root to a folder that is",
                    e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::release, "tracking-release"));
        this.facts = SharedFacts.start(root, build.state());
        this.author = facts.author(configuration.actor());
    }

    /** The session of this JVM for that configuration. */
    static TrackingSession of(TrackingConfiguration configuration) {
        return SESSIONS.computeIfAbsent(configuration, TrackingSession::new);
    }

    private void release() {
        try {
            live.close();
        } catch (IOException e) {
            console.warning("cannot release " + live.name() + ": " + e);
        }
    }

    TrackingConfiguration configuration() {
        return configuration;
    }

    /** Where the data files of an experiment are kept; empty when they are not. */
    Optional<KeptData> keptData(ExperimentDefinition experiment) {
        return configuration.keepData() || experiment.keepData()
                ? Optional.of(new KeptData(configuration.root(), configuration.keepLimit()))
                : Optional.empty();
    }

    Console console() {
        return console;
    }

    Clock clock() {
        return clock;
    }

    SharedFacts facts() {
        return facts;
    }

    /** Whether that test of JUnit's has a run already. */
    boolean hasOpened(String uniqueId) {
        return opened.contains(uniqueId);
    }

    /**
     * Opens the run of a test.
     *
     * @param links to other runs, by kind
     */
    RunLog open(ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        requireOneMeaning(experiment);
        Map<String, String> all = new LinkedHashMap<>(links);
        all.putAll(reproduced(one -> !one.isTrial() && !one.isPart()));
        return open(started(experiment, null, null, null, null, uniqueId, attempt(uniqueId, ""), all));
    }

    /** Opens the run of a study's trial. */
    RunLog openTrial(ExperimentDefinition experiment, Started study, String uniqueId, int trial) {
        int attempt = attempt(uniqueId, study.uniqueId() + " trial " + trial);
        Map<String, String> links = reproduced(Reproduced::isTrial);
        return open(started(experiment, null, study.id(), trial, null, uniqueId, attempt, links));
    }

    /** Opens the run of a repeat or a fold. */
    RunLog openPart(ExperimentDefinition experiment, Started whole, String uniqueId, Part part) {
        int attempt = attempt(uniqueId, uniqueId + " " + part.name());
        Map<String, String> links = reproduced(Reproduced::isPart);
        return open(started(experiment, part.name(), whole.id(), null, part.repeat(), uniqueId, attempt, links));
    }

    /** The link of a new run to the old one, when that was of the kind. */
    private Map<String, String> reproduced(Predicate<Reproduced> kind) {
        return configuration
                .reproduced()
                .filter(kind)
                .map(one -> Map.of("reproduceOf", one.run()))
                .orElse(Map.of());
    }

    /** @param key of what is tried again; blank for the test itself */
    private int attempt(String uniqueId, String key) {
        opened.add(uniqueId);
        return attempts.computeIfAbsent(key.isEmpty() ? uniqueId : key, any -> new AtomicInteger())
                .incrementAndGet();
    }

    /** The trials of a study that earlier attempts of this JVM have finished, while it has not succeeded. */
    TrialBook trials(String uniqueId, StudyDefinition study) {
        return unfinished.compute(
                uniqueId, (id, book) -> book != null && book.isOf(study.identity()) ? book : new TrialBook(study));
    }

    /** Lets a study's trials go: it has succeeded, and will not be run again. */
    void forgetTrials(String uniqueId) {
        unfinished.remove(uniqueId);
    }

    /** The parts of a run that earlier attempts of this JVM have judged, by index, while the whole has not succeeded. */
    Map<Integer, RunScope> parts(String whole) {
        return parts.computeIfAbsent(whole, key -> new TreeMap<>());
    }

    /** Lets the parts of a run go. */
    void forgetParts(String whole) {
        parts.remove(whole);
    }

    /** A name that stands for two things would mix their runs in every table and gate. */
    private void requireOneMeaning(ExperimentDefinition experiment) {
        ExperimentDefinition first = meanings.putIfAbsent(experiment.name(), experiment);
        if (first != null && !first.model().equals(experiment.model())) {
            throw new IllegalArgumentException(
                    "Experiment \"" + experiment.name() + "\" is declared twice: for the model \""
                            + first.model() + "\" by " + first.where() + " and for \"" + experiment.model() + "\" by "
                            + experiment.where() + ": give one of them another name");
        }
    }

    /** Opens a run within another. */
    RunLog openChild(ExperimentDefinition experiment, Started parent, String name) {
        return open(started(experiment, name, parent.id(), null, null, parent.uniqueId(), parent.attempt(), Map.of()));
    }

    private RunLog open(Started started) {
        TrackingRoot root = configuration.root();
        Journal journal = Journal.open(root.run(started.id()), started);
        RunLog log =
                new RunLog(started, journal, new ArtifactFolder(root.run(started.id())), System::currentTimeMillis);
        if (build.problem() != null) {
            log.warning("build-facts", build.problem());
        }
        facts.announce(log);
        return log;
    }

    private Started started(
            ExperimentDefinition experiment,
            String name,
            String parent,
            Integer trial,
            Long repeat,
            String uniqueId,
            int attempt,
            Map<String, String> links) {
        return new Started(
                RunEvent.SCHEMA_VERSION,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                newId(),
                experiment.name(),
                experiment.model(),
                name,
                parent,
                trial,
                repeat,
                attempt,
                build.module(),
                experiment.testClass().getName(),
                experiment.method().getName(),
                uniqueId,
                build.buildId(),
                build.ciUrl(),
                author,
                live.name(),
                links);
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
