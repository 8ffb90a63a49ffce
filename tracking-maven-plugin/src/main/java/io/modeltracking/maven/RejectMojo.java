package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Turns a request down.
 *
 * @since 0.1.0
 */
@Mojo(name = "reject", aggregator = true)
public final class RejectMojo extends AbstractChangeMojo {

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
        return "reject";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        return registrar.reject(model, Stage.parse(stage), reason());
    }
}
