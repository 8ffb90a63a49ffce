package io.modeltracking.registry;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A machine of the team: its own folder, and what its builds do with the shared store, each with a connection of its own. */
final class Machine {

    final List<String> told = new ArrayList<>();
    private final TrackingRoot root;
    private SharedSettings settings;

    Machine(Path base, SharedSettings settings) {
        this.root = TrackingRoot.find(base, base.toString());
        this.settings = settings;
        try {
            root.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrackingRoot root() {
        return root;
    }

    void uses(SharedSettings other) {
        settings = other;
    }

    RunFixture run(int number) {
        return RunFixture.run(root, number);
    }

    interface Work<T> {
        T on(Ledger ledger);
    }

    /** As a goal does: opens the store, brings the ledger here, works, closes. */
    <T> T goal(Work<T> work) {
        try (SharedLink link = link()) {
            Ledger ledger = new Ledger(root, Clock.systemUTC(), LedgerMirror.OFF, null, link);
            link.attempt(store -> new SharedLedger(root, ledger).pull());
            return work.on(ledger);
        }
    }

    private SharedLink link() {
        try {
            return SharedLink.to(SharedStore.open(settings, root, Clock.systemUTC(), "0.1.0"), told::add);
        } catch (SharedStoreException e) {
            told.add(e.getMessage());
            return SharedLink.broken(settings.name(), e.getMessage());
        }
    }

    /** The goal record, in a build or outside any (null). */
    Recorded record(BuildFacts build) {
        return goal(ledger -> new Recorder(root, ledger, Clock.systemUTC(), "0.1.0").record(build, false));
    }

    Recorded record() {
        return record(null);
    }

    List<LedgerEvent> events() {
        return new Ledger(root, Clock.systemUTC()).events();
    }

    /** Ids of the runs that this machine knows. */
    List<String> here() {
        try (History history = History.open(root, "0.1.0", false)) {
            return history.store().runs(new RunQuery.All()).stream()
                    .map(RunEntry::id)
                    .toList();
        }
    }

    LedgerCheck.Result check() {
        return goal(ledger -> new LedgerCheck(root, ledger).check(Map.of(), null));
    }
}
