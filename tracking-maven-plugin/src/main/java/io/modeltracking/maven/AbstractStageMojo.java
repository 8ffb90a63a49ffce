package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals about a version and a stage share. */
abstract class AbstractStageMojo extends AbstractChangeMojo {

    /**
     * The version: <code>motor-frequency/3</code>, or by its stage <code>motor-frequency@Staging</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * The stage: <code>Staging</code> or <code>Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "stage")
    private String stage;

    @Override
    final ModelEvent change(Registrar registrar) {
        return change(registrar, model, Stage.parse(stage));
    }

    abstract ModelEvent change(Registrar registrar, String version, Stage to);
}
