package io.modeltracking.maven;

import io.modeltracking.registry.Recorded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes new runs into the history: those of this build, and those made in an IDE or by a single test since the last one.
 * Doing it again changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "record", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class RecordMojo extends AbstractTrackingMojo {

    /** All jobs end a shared study together, and then take what they ran to the store. */
    private static final Duration OTHERS = Duration.ofSeconds(20);

    /**
     * Skips this goal; a later build takes the runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.record.skip", defaultValue = "false")
    private boolean skipRecord;

    /**
     * Makes the index <code>.tracking/history.db</code> anew from the run files and the ledger.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.rebuild", defaultValue = "false")
    private boolean rebuild;

    /**
     * The gates, as for <code>report</code> and <code>check</code>: their bounds are noted in the ledger with the build, so that
     * one that is loosened after the hold-out was read is found.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<GateParameter> gates;

    @Override
    String goal() {
        return "record";
    }

    @Override
    boolean skipGoal() {
        return skipRecord;
    }

    @Override
    void run() throws MojoExecutionException {
        boolean shared = SharedSearch.end(pluginContext());
        BuildRuns runs = new BuildRuns(trackingRoot(), ledger(), Clock.systemUTC(), pluginVersion());
        Recorded recorded = record(runs);
        warn(recorded.problems());
        if (recorded.rebuilt() != null) {
            info(recorded.rebuilt());
        }
        info(BuildRuns.sentence(recorded));
        if (shared && isPrepared()) {
            awaitOthers(runs);
        }
    }

    private void awaitOthers(BuildRuns runs) throws MojoExecutionException {
        int lacking = runs.awaitOthers(build(), OTHERS);
        if (lacking > 0) {
            warn((lacking == 1 ? "1 trial" : lacking + " trials")
                    + " of other jobs did not reach the shared store within "
                    + OTHERS.toSeconds() + " seconds: the report has no more than their numbers. A later"
                    + " \"mvn tracking:report\" shows those that have come by then.");
        }
    }

    /** Without gates, the goals that judge may have some. */
    private Recorded record(BuildRuns runs) throws MojoExecutionException {
        if (!isPrepared()) {
            return runs.record(null, rebuild);
        }
        return gates == null || gates.isEmpty()
                ? runs.record(build(), rebuild)
                : runs.record(build(), rebuild, GateParameter.gates(gates));
    }
}
