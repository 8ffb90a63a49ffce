package io.modeltracking.registry;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.LedgerTable.Row;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies a whole history to another store, its chain of events as it is, and compares the copy. */
public final class StoreMigration {

    private final Clock clock;
    private final String plugin;

    /** @param plugin this plugin's version */
    public StoreMigration(Clock clock, String plugin) {
        this.clock = clock;
        this.plugin = plugin;
    }

    /**
     * What a migration came to.
     *
     * @param runs that the copy has
     * @param check of the copy
     * @param problems what stayed behind, one line each
     */
    public record Migrated(int runs, LedgerCheck.Result check, List<String> problems) {
        public Migrated {
            problems = List.copyOf(problems);
        }
    }

    /**
     * From a machine into a shared store, which is empty or has the beginning of the same history.
     *
     * @throws RegistryException when it has another
     */
    public Migrated up(TrackingRoot root, SharedStore target) {
        Ledger alone = new Ledger(root, clock);
        List<String> problems = new ArrayList<>(
                new Recorder(root, alone, clock, plugin).record(null, false).problems());
        List<LedgerEvent> events = alone.events();
        checkBeginning(target, events);
        try (History history = History.open(root, plugin, false)) {
            problems.addAll(target.push(history.store()).problems());
        }
        target.pushBlobs();
        target.ledger().hold(chain -> {
            int known = chain.after(0).size();
            events.subList(known, events.size())
                    .forEach(event -> chain.append(new Row(event.seq(), event.hash(), event.line())));
            return null;
        });
        Ledger linked = new Ledger(root, clock, LedgerMirror.OFF, null, SharedLink.to(target, problem -> {}));
        try (HistoryStore index = target.index()) {
            for (LedgerEvent event : events) {
                if (event.type().equals(RunRecorded.TYPE)) {
                    RunRecorded.build(event).ifPresent(index::remember);
                    index.listed(RunRecorded.runs(event), event.seq());
                }
            }
        }
        new SharedLedger(root, linked).complete();
        return checked(root, linked, target, problems);
    }

    private static void checkBeginning(SharedStore target, List<LedgerEvent> events) {
        List<Row> rows = target.ledger().after(0);
        boolean begins = rows.size() <= events.size();
        for (int i = 0; begins && i < rows.size(); i++) {
            begins = rows.get(i).hash().equals(events.get(i).hash());
        }
        if (!begins) {
            throw new RegistryException(target.name() + " has a history of its own, of " + rows.size()
                    + " event(s), that is not the beginning of this one: two chains are never joined. Name an empty schema"
                    + " (?currentSchema=), or go on with that history by \"mvn tracking:sync -Daside\"");
        }
    }

    /**
     * From a shared store into the folder of a machine alone.
     *
     * @param source opened for that folder
     */
    public Migrated down(SharedStore source, TrackingRoot root) {
        Ledger linked = new Ledger(root, clock, LedgerMirror.OFF, null, SharedLink.to(source, problem -> {}));
        linked.pull();
        History.open(root, plugin, false).close();
        try (HistoryStore index = source.index()) {
            source.needWhole(
                    index.runs(new RunQuery.All()).stream().map(RunEntry::id).toList());
        }
        source.needBlobs();
        Ledger alone = new Ledger(root, clock);
        List<String> problems =
                new Recorder(root, alone, clock, plugin).record(null, true).problems();
        return checked(root, alone, null, problems);
    }

    private Migrated checked(TrackingRoot root, Ledger ledger, SharedStore target, List<String> problems) {
        LedgerCheck.Result check = new LedgerCheck(root, ledger).check(Map.of(), null);
        try (HistoryStore index =
                target == null ? History.open(root, plugin, false).store() : target.index()) {
            return new Migrated(index.runs(new RunQuery.All()).size(), check, problems);
        }
    }
}
