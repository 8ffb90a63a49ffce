package io.modeltracking.maven;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorded;
import io.modeltracking.registry.Recorder;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import java.time.Clock;
import java.util.List;

/** The runs of one module in one build: taken into the history, and read from it. */
final class BuildRuns {

    private final TrackingRoot root;
    private final Clock clock;
    private final String plugin;

    BuildRuns(TrackingRoot root, Clock clock, String plugin) {
        this.root = root;
        this.clock = clock;
        this.plugin = plugin;
    }

    /** @param build null outside a build */
    Recorded record(BuildFacts build, boolean rebuild) {
        return new Recorder(root, clock, plugin).record(build, rebuild);
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

    /** The runs in full, and what could not be read. */
    RunFolders.Loaded load(BuildFacts build) {
        return new RunFolders(root, clock).load(find(new RunQuery.OfBuild(build.buildId(), build.module())));
    }

    /** How many runs were made since the build started, by a JVM that did not know of it. */
    int strays(BuildFacts build) {
        return find(new RunQuery.OutsideSince(build.started())).size();
    }

    TrackingRoot root() {
        return root;
    }

    /** Null before the first event. */
    String ledgerHead() {
        return new Ledger(root, clock).head().orElse(null);
    }

    private List<RunEntry> find(RunQuery query) {
        try (History history = History.open(root, plugin, false)) {
            return history.store().runs(query);
        }
    }
}
