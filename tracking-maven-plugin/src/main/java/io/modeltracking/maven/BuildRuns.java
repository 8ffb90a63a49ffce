package io.modeltracking.maven;

import io.modeltracking.gate.Baselines;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.Goalpost;
import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.registry.GoalpostCheck;
import io.modeltracking.registry.HoldoutLooks;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.PredictionDifference;
import io.modeltracking.registry.ProductionBaselines;
import io.modeltracking.registry.Recorded;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.EarlierRun;
import io.modeltracking.report.Listing;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs of one module in one build: taken into the history, and read from it. */
final class BuildRuns {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TrackingRoot root;
    private final Ledger ledger;
    private final Clock clock;
    private final String plugin;

    BuildRuns(TrackingRoot root, Ledger ledger, Clock clock, String plugin) {
        this.root = root;
        this.ledger = ledger;
        this.clock = clock;
        this.plugin = plugin;
    }

    /** @param build null outside a build */
    Recorded record(BuildFacts build, boolean rebuild) {
        return new Recorder(root, ledger, clock, plugin).record(build, rebuild);
    }

    /** @param gates of the build's module, whose bounds are noted */
    Recorded record(BuildFacts build, boolean rebuild, List<Gate> gates) {
        return new Recorder(root, ledger, clock, plugin).record(build, rebuild, Goalpost.of(gates));
    }

    /**
     * The bounds of these runs' experiments that were loosened after the hold-out had been read.
     *
     * @param module whose gates judge them
     * @throws io.modeltracking.registry.LedgerException when the ledger is not as it was written
     */
    List<MovedGoalpost> moved(String module, List<RunRecord> runs) {
        Set<String> experiments = runs.stream().map(RunRecord::experiment).collect(Collectors.toSet());
        return new GoalpostCheck(source(), new Ledger(root, clock).events()).moved(module, experiments, Instant.MAX);
    }

    static String sentence(Recorded recorded) {
        String text = recorded.added() == 1 ? "1 new run" : recorded.added() + " new runs";
        if (recorded.outside() > 0) {
            text += " (" + recorded.outside() + " from outside a build)";
        }
        if (recorded.refreshed() > 0) {
            text += ", " + recorded.refreshed() + " refreshed";
        }
        return text + " in the history";
    }

    /** The runs in full, with the trials of earlier builds and other jobs that their studies name, and what could not be read. */
    RunFolders.Loaded load(BuildFacts build) {
        return load(new RunQuery.OfBuild(build.buildId(), build.module()));
    }

    /** As {@link #load}, of all modules of a build. */
    RunFolders.Loaded loadAllModules(BuildFacts build) {
        return load(new RunQuery.OfBuild(build.buildId(), null));
    }

    private RunFolders.Loaded load(RunQuery query) {
        RunFolders folders = new RunFolders(root, clock);
        RunFolders.Loaded own = folders.load(find(query));
        Set<String> named = named(own.runs());
        if (named.isEmpty()) {
            return own;
        }
        source().need(named);
        RunFolders.Loaded earlier = folders.load(byId(named));
        List<RunRecord> runs = new ArrayList<>(own.runs());
        runs.addAll(earlier.runs());
        List<String> problems = new ArrayList<>(own.problems());
        problems.addAll(earlier.problems());
        return new RunFolders.Loaded(runs, problems);
    }

    /** Trials that studies among the runs name and that are not among them. */
    private static Set<String> named(List<RunRecord> runs) {
        Set<String> named = new LinkedHashSet<>();
        runs.forEach(run -> run.search().reused().forEach(reused -> named.add(reused.run())));
        runs.forEach(run -> named.remove(run.id()));
        return named;
    }

    /**
     * Waits for the trials that other jobs ran of this build's studies: those jobs may just be taking them to the shared store.
     *
     * @return how many of them did not come in time
     */
    int awaitOthers(BuildFacts build, Duration patience) {
        RunFolders folders = new RunFolders(root, clock);
        Set<String> named = named(folders.load(find(new RunQuery.OfBuild(build.buildId(), build.module())))
                .runs());
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            source().need(named);
            byId(named).forEach(run -> named.remove(run.id()));
            if (named.isEmpty() || !ledger.link().isUp() || System.nanoTime() > end) {
                return named.size();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How many runs were made since the build started, by a JVM that did not know of it. */
    int strays(BuildFacts build) {
        return find(new RunQuery.OutsideSince(build.started())).size();
    }

    /** What gates compare with. */
    Baselines baselines(BuildFacts build) {
        return new KnownBaselines(
                ledger.link().down().isPresent() ? Baselines.NONE : new ProductionBaselines(root, clock),
                build.baselines(),
                new PredictionDifference(root),
                new HoldoutLooks(root, source()),
                ledger.link().down());
    }

    /** Where the runs of other machines are found too. */
    RunSource source() {
        return ledger.link().source(root);
    }

    TrackingRoot root() {
        return root;
    }

    /** Null before the first event. */
    String ledgerHead() {
        return ledger.head().orElse(null);
    }

    /** @throws io.modeltracking.registry.LedgerException when the ledger is not as it was written */
    Registry registry() {
        return Registry.of(new Ledger(root, clock).events());
    }

    /** @param metrics that are wanted first */
    List<EarlierRun> earlier(BuildFacts build, Collection<String> metrics, List<RunRecord> runs) {
        return ask(store -> EarlierRuns.of(store, build.module(), build.buildId(), metrics, runs));
    }

    /** Which of the runs differ from others in their results alone, one sentence each. */
    List<String> flaky(List<RunRecord> runs) {
        return ask(store -> new FlakyPast(root, clock, store, source()).warnings(runs));
    }

    /** Null where all runs are to be listed. */
    Listing listing(ListingRequest request, List<RunRecord> runs) {
        try (History history = History.open(root, plugin, false)) {
            return request.answer(
                    history.store(), runs.stream().map(RunRecord::id).collect(Collectors.toSet()));
        }
    }

    /** The index of all runs, that of the shared store where it answers. */
    private <T> T ask(Function<HistoryStore, T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        ledger.link().attempt(shared -> {
            try (HistoryStore index = shared.index()) {
                answer.set(question.apply(index));
            }
        });
        if (answer.get() != null) {
            return answer.get();
        }
        try (History history = History.open(root, plugin, false)) {
            return question.apply(history.store());
        }
    }

    private List<RunEntry> byId(Set<String> ids) {
        return find(ids.stream().filter(Names::isRunId).map(RunQuery.ById::new).toArray(RunQuery[]::new));
    }

    private List<RunEntry> find(RunQuery... queries) {
        List<RunEntry> found = new ArrayList<>();
        try (History history = History.open(root, plugin, false)) {
            for (RunQuery query : queries) {
                found.addAll(history.store().runs(query));
            }
        }
        return found;
    }
}
