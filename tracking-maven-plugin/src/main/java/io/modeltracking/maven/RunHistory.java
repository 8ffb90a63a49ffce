package io.modeltracking.maven;

import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Winner;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.shared.SharedLink;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The history to ask, with the runs since the last build: those of an IDE are found too. The ledger learns nothing new. */
final class RunHistory implements AutoCloseable {

    private static final int CANDIDATES = 10;

    private final TrackingRoot root;
    private final Clock clock;
    private final History history;
    private final List<String> problems;
    private final SharedLink link;
    private final HistoryStore shared;

    private RunHistory(TrackingRoot root, Clock clock, History history, List<String> problems, SharedLink link) {
        this.root = root;
        this.clock = clock;
        this.history = history;
        this.problems = new ArrayList<>(problems);
        this.link = link;
        this.shared = link.isUp() ? link.need().index() : null;
        int unsent = shared == null ? 0 : history.store().unpushed(link.name()).size();
        if (unsent > 0) {
            this.problems.add(unsent + " run(s) of this machine are not in " + link.name()
                    + " yet: \"mvn tracking:sync\" takes them there");
        }
    }

    /**
     * Opens it, and brings it up to the run files.
     *
     * @param plugin this plugin's version
     * @throws RegistryException when no run was ever made there
     */
    static RunHistory open(TrackingRoot root, Clock clock, String plugin) {
        return open(root, clock, plugin, SharedLink.NONE);
    }

    /** As {@link #open(TrackingRoot, Clock, String)}, of all that a shared store has where it answers. */
    static RunHistory open(TrackingRoot root, Clock clock, String plugin, SharedLink link) {
        check(root, link);
        History history = History.open(root, plugin, false);
        if (history.fresh()) {
            // Only the recorder knows how to restore what stands in the ledger.
            history.close();
            List<String> problems =
                    new Recorder(root, clock, plugin).record(null, true).problems();
            return new RunHistory(root, clock, History.open(root, plugin, false), problems, link);
        }
        HistoryStore store = history.store();
        return new RunHistory(
                root, clock, history, new RunFolders(root, clock).changed(store.settled(), store::record), link);
    }

    /** @throws RegistryException when no run was ever made there */
    static void check(TrackingRoot root, SharedLink link) {
        if (!Files.isDirectory(root.runs()) && !link.isUp()) {
            throw new RegistryException("There is no history in " + root.directory()
                    + ": run an experiment (\"mvn verify\"), or name the folder it stands in with -Dtracking.root=");
        }
    }

    /** The index of all runs: that of a shared store where there is one. */
    HistoryStore store() {
        return shared == null ? history.store() : shared;
    }

    /** What begins so here may not be in the shared store yet. */
    private List<RunEntry> find(String digits) {
        List<RunEntry> found = store().runs(new RunQuery.ById(digits));
        return found.isEmpty() && shared != null ? history.store().runs(new RunQuery.ById(digits)) : found;
    }

    /** What was skipped or is not as it should be, one line each. */
    List<String> problems() {
        return problems;
    }

    /**
     * The run whose id begins so.
     *
     * @throws RegistryException listing the candidates when there are several, or when there is none
     */
    RunEntry entry(String prefix) {
        String digits = prefix == null ? "" : prefix.strip().toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{4,32}")) {
            throw new RegistryException("A run is named by the first 4 to 32 hex digits of its id, but was \"" + digits
                    + "\": \"mvn tracking:runs\" lists them");
        }
        List<RunEntry> found = find(digits);
        if (found.isEmpty()) {
            throw new RegistryException("No run's id begins with " + digits + " in "
                    + (shared == null ? root.directory() : link.name()) + ": \"mvn tracking:runs\" lists them");
        }
        if (found.size() > 1) {
            StringBuilder message = new StringBuilder(
                    "The ids of " + found.size() + " runs begin with " + digits + ": give more digits");
            found.stream()
                    .limit(CANDIDATES)
                    .forEach(run -> message.append("\n- ")
                            .append(run.id())
                            .append(" (")
                            .append(run.experiment())
                            .append(", ")
                            .append(run.status())
                            .append(')'));
            throw new RegistryException(message + (found.size() > CANDIDATES ? "\n- …" : ""));
        }
        return found.get(0);
    }

    /** The runs that kept a file with this content, the first one first. */
    List<RunEntry> ofFile(String sha256) {
        return store().runs(new RunQuery.OfFile(sha256));
    }

    /** The same run with everything that is known of it. */
    RunSheet sheet(String prefix, Registry registry) {
        RunEntry entry = entry(prefix);
        RunRecord run = load(entry);
        List<ModelVersion> versions = registry.models().values().stream()
                .flatMap(model -> model.versions().stream())
                .filter(version -> run.id().equals(version.evidence().run())
                        || run.id().equals(version.evidence().study()))
                .toList();
        return new RunSheet(
                run,
                RunFacts.of(root, run),
                versions,
                RunChanges.read(root.run(run.id())),
                root.run(run.id()).resolve(JournalReader.FILE),
                entry.journal().sha256());
    }

    /** The same run in full, from its files. */
    RunRecord run(String prefix) {
        return load(entry(prefix));
    }

    /** Which of the runs came to other results though nothing else differs. */
    FlakyRuns flaky(List<String> ids) {
        FlakyRuns flaky = new FlakyRuns();
        for (String id : ids) {
            RunRecord run = run(id);
            flaky.add(run, RunFacts.of(root, run).source());
        }
        return flaky;
    }

    /** Changes a run that has ended, and takes that into the index. */
    void change(String id, RunChange change) {
        RunChanges.append(root, id, change);
        HistoryStore store = history.store();
        new RunFolders(root, clock).changed(store.settled(), store::record);
        link.attempt(there -> there.push(store));
    }

    /** The same run as one side of a comparison. */
    ComparedRun compared(String prefix) {
        RunRecord run = run(prefix);
        Winner winner = run.search().winner();
        RunRecord reader = run.datasets().isEmpty() && winner != null ? run(winner.run()) : run;
        return new ComparedRun(run, reader.datasets(), RunFacts.of(root, run));
    }

    private RunRecord load(RunEntry entry) {
        if (shared != null) {
            link.need().need(List.of(entry.id()));
        }
        RunFolders.Loaded loaded = new RunFolders(root, clock).load(List.of(entry));
        if (loaded.runs().isEmpty()) {
            throw new RegistryException(String.join("\n", loaded.problems()));
        }
        return loaded.runs().get(0);
    }

    @Override
    public void close() {
        if (shared != null) {
            shared.close();
        }
        history.close();
    }
}
