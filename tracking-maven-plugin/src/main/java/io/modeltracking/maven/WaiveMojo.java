package io.modeltracking.maven;

import io.modeltracking.registry.KnownModels;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Waivable;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets a rule aside that stands in the way of registering, until a day.
 *
 * @since 0.1.0
 */
@Mojo(name = "waive", aggregator = true)
public final class WaiveMojo extends AbstractChangeMojo {

    /**
     * The model's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * The run's whole id; every run of the model by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * The rule: <code>dirty-tree</code> or <code>missing-evidence</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rule")
    private String rule;

    /**
     * The last day on which it holds (<code>2026-12-31</code>, in UTC), or an instant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "expires")
    private String expires;

    @Override
    String goal() {
        return "waive";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        new KnownModels(trackingRoot(), pluginVersion()).check(registry(), model);
        return registrar.waive(model, run, Waivable.parse(rule), Moment.endOf("expires", expires), reason());
    }
}
