package io.modeltracking.maven;

import io.modeltracking.registry.Acceptance;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a run's figures the baseline <code>accepted</code> of its model: writes them to <code>tracking-baseline.json</code>
 * beside <code>.tracking</code>, to be committed, and an event to the ledger.
 *
 * @since 0.1.0
 */
@Mojo(name = "accept", aggregator = true)
public final class AcceptMojo extends AbstractChangeMojo {

    /**
     * The run, by the first 4 to 32 digits of its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run", required = true)
    private String run;

    @Override
    String goal() {
        return "accept";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        return new Acceptance(trackingRoot(), registrar, dryRun()).accept(run, reason());
    }
}
