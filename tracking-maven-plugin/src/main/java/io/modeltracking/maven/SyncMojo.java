package io.modeltracking.maven;

import io.modeltracking.registry.Recorded;
import io.modeltracking.registry.SharedLedger;
import io.modeltracking.store.SharedStoreException;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes everything into the shared store that it has not got yet, and brings its ledger here: after it did not answer, or for
 * runs of an IDE. Doing it again changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "sync", aggregator = true)
public final class SyncMojo extends AbstractTrackingMojo {

    /**
     * Keeps a ledger of this machine alone aside and goes on with the shared one; the runs here are listed there anew.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aside", defaultValue = "false")
    private boolean aside;

    @Override
    String goal() {
        return "sync";
    }

    @Override
    boolean skipGoal() {
        return false;
    }

    @Override
    void join() {
        needSharedSettings("sync");
        link().need();
        createRoot();
        SharedLedger shared = new SharedLedger(trackingRoot(), ledger());
        if (aside) {
            shared.setAside().ifPresent(file -> info("The ledger of this machine alone is kept as " + file));
        } else {
            shared.pull();
        }
    }

    @Override
    void run() {
        BuildRuns runs = new BuildRuns(trackingRoot(), ledger(), Clock.systemUTC(), pluginVersion());
        Recorded recorded = runs.record(null, aside);
        warn(recorded.problems());
        link().attempt(store -> {
            SharedLedger shared = new SharedLedger(trackingRoot(), ledger());
            shared.complete();
            shared.needVersionsInUse();
        });
        link().down().ifPresent(problem -> {
            throw new SharedStoreException(problem, null);
        });
        info(BuildRuns.sentence(recorded) + "; " + recorded.sent() + " taken to " + link().name()
                + ", whose ledger has " + ledger().events().size() + " event(s).");
    }
}
