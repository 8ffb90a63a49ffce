package io.modeltracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.gate.Goalpost;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFile;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.StoreDamagedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the runs that lie in {@code .tracking/runs} into the history, and says so in the ledger. */
public final class Recorder {

    private final TrackingRoot root;
    private final Clock clock;
    private final String plugin;
    private final Ledger ledger;

    /** A recorder whose ledger has no mirror. */
    public Recorder(TrackingRoot root, Clock clock, String plugin) {
        this(root, new Ledger(root, clock), clock, plugin);
    }

    /** @param plugin this plugin's version */
    public Recorder(TrackingRoot root, Ledger ledger, Clock clock, String plugin) {
        this.root = root;
        this.clock = clock;
        this.plugin = plugin;
        this.ledger = ledger;
    }

    /**
     * Takes what is new; doing it again takes nothing.
     *
     * @param build whose runs these mostly are; null outside a build
     * @param rebuild whether to forget the index first
     */
    public Recorded record(BuildFacts build, boolean rebuild) {
        return record(build, rebuild, null);
    }

    /**
     * Takes what is new, and notes the bounds of the build's gates.
     *
     * @param build whose runs these mostly are; null outside a build
     * @param rebuild whether to forget the index first
     * @param posts of the build's module; null where they are not known, as outside a build
     */
    public Recorded record(BuildFacts build, boolean rebuild, List<Goalpost> posts) {
        try {
            return attempt(build, rebuild, false, posts);
        } catch (StoreDamagedException e) {
            // Met in the middle of the work; opening again finds it and moves the file aside. A second time is an
            // error.
            return attempt(build, rebuild, true, posts);
        }
    }

    private Recorded attempt(BuildFacts build, boolean rebuild, boolean thorough, List<Goalpost> posts) {
        try (History history = History.open(root, plugin, thorough)) {
            HistoryStore store = history.store();
            if (rebuild) {
                store.clear();
            }
            Tally tally = new Tally();
            List<String> problems =
                    new RunFolders(root, clock).changed(store.settled(), runs -> tally.add(store.record(runs), runs));
            boolean anew = rebuild || history.problem().isPresent() || (history.fresh() && ledger.exists());
            if (anew) {
                restoreFromLedger(store, problems);
            }
            if (build != null) {
                store.remember(build);
            }
            tellLedger(build, store, posts);
            return new Recorded(
                    tally.added,
                    tally.refreshed,
                    tally.outside,
                    anew ? why(history, rebuild, tally.added) : null,
                    problems);
        }
    }

    private static final class Tally {
        private int added;
        private int refreshed;
        private int outside;

        void add(HistoryStore.Taken taken, List<RunFile> runs) {
            added += taken.added();
            refreshed += taken.refreshed();
            outside += (int) runs.stream()
                    .filter(file -> file.run().started().build() == null)
                    .count();
        }
    }

    private static String why(History history, boolean rebuild, int runs) {
        String cause = rebuild ? "asked for" : history.problem().orElse("it was missing");
        return History.FILE + " rebuilt from " + runs + " run(s): " + cause;
    }

    /** Builds, and which runs the ledger has listed, stand nowhere else. A ledger that is damaged costs only these. */
    private void restoreFromLedger(HistoryStore store, List<String> problems) {
        try {
            for (LedgerEvent event : ledger.events()) {
                if (event.type().equals(RunRecorded.TYPE)) {
                    store.listed(RunRecorded.runs(event), event.seq());
                    RunRecorded.build(event).ifPresent(store::remember);
                }
            }
        } catch (LedgerException e) {
            problems.add(e.getMessage());
        }
    }

    private void tellLedger(BuildFacts build, HistoryStore store, List<Goalpost> posts) {
        List<RunEntry> entries = new ArrayList<>();
        ledger.append(
                RunRecorded.TYPE,
                () -> {
                    entries.addAll(store.unlisted());
                    if (entries.isEmpty() && (posts == null || stand(build, posts))) {
                        return Optional.empty();
                    }
                    ObjectNode body = RunRecorded.body(build, entries);
                    if (posts != null) {
                        GateHistory.write(body, posts, store.commit(build.buildId()));
                    }
                    return Optional.of(body);
                },
                event -> {
                    store.listed(entries.stream().map(RunEntry::id).toList(), event.seq());
                    return null;
                });
    }

    /** Whether the ledger has these bounds as the module's last ones; to one that is damaged nothing is added for their sake. */
    private boolean stand(BuildFacts build, List<Goalpost> posts) {
        try {
            return GateHistory.last(ledger.events(), build.module()).equals(posts);
        } catch (LedgerException e) {
            return true;
        }
    }
}
