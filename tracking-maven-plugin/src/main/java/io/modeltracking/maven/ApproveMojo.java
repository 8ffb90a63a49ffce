package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Agrees to a request. Neither who asked nor who made the run can.
 *
 * @since 0.1.0
 */
@Mojo(name = "approve", aggregator = true)
public final class ApproveMojo extends AbstractChangeMojo {

    /**
     * The version: <code>motor-frequency/3</code>, or by its stage <code>motor-frequency@Staging</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model", required = true)
    private String model;

    /**
     * The stage: <code>Staging</code> or <code>Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "stage", required = true)
    private String stage;

    @Override
    String goal() {
        return "approve";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        return registrar.approve(model, Stage.parse(stage), reason());
    }
}
