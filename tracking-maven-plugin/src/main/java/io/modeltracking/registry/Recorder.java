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
import io.modeltracking.store.shared.SharedStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
            ledger.link().attempt(shared -> {
                SharedStore.Pushed pushed = shared.push(store);
                problems.addAll(pushed.problems());
                tally.sent = pushed.sent();
            });
            tell(build, store, posts);
            return new Recorded(
                    tally.added,
                    tally.refreshed,
                    tally.outside,
                    tally.sent,
                    anew ? why(history, rebuild, tally.added) : null,
                    problems);
        }
    }

    private static final class Tally {
        private int added;
        private int refreshed;
        private int outside;
        private int sent;

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

    private void tell(BuildFacts build, HistoryStore store, List<Goalpost> posts) {
        Unsent unsent = new Unsent(root);
        if (ledger.link().isWanted()) {
            ledger.link().attempt(shared -> new SharedLedger(root, ledger).pull(store));
            ledger.link()
                    .attempt(shared -> unsent.all().forEach(told -> {
                        tellLater(told.body(), store);
                        unsent.forget(told);
                    }));
            ledger.link().attempt(shared -> tellLedger(build, store, posts));
            ledger.link().attempt(shared -> new SharedLedger(root, ledger).complete());
        } else {
            tellLedger(build, store, posts);
        }
        if (ledger.link().down().isPresent() && build != null) {
            unsent.keep(body(build, List.of(), store, posts));
        }
    }

    private void tellLedger(BuildFacts build, HistoryStore store, List<Goalpost> posts) {
        append(store, entries -> {
            if (entries.isEmpty() && (posts == null || stand(build, posts))) {
                return Optional.empty();
            }
            return Optional.of(body(build, entries, store, posts));
        });
    }

    private static ObjectNode body(BuildFacts build, List<RunEntry> entries, HistoryStore store, List<Goalpost> posts) {
        ObjectNode body = RunRecorded.body(build, entries);
        if (posts != null) {
            GateHistory.write(body, posts, store.commit(build.buildId()));
        }
        return body;
    }

    /** What a build had to tell while the shared store did not answer, with its runs. */
    private void tellLater(ObjectNode body, HistoryStore store) {
        String build = body.path("build").asText();
        append(
                store,
                entries -> Optional.of(RunRecorded.with(
                        body,
                        entries.stream()
                                .filter(entry -> build.equals(entry.build()))
                                .toList())));
    }

    private void append(HistoryStore store, Function<List<RunEntry>, Optional<ObjectNode>> body) {
        ledger.append(RunRecorded.TYPE, () -> body.apply(store.unlisted()), event -> {
            store.listed(RunRecorded.runs(event), event.seq());
            ledger.link().attempt(shared -> new SharedLedger(root, ledger).listed(event));
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
