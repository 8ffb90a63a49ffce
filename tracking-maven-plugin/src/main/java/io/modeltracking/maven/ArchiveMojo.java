package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes a version of a model out of use.
 *
 * @since 0.1.0
 */
@Mojo(name = "archive", aggregator = true)
public final class ArchiveMojo extends AbstractChangeMojo {

    /**
     * The version: <code>motor-frequency/3</code>, or by its stage <code>motor-frequency@Staging</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    @Override
    String goal() {
        return "archive";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        return registrar.archive(model, reason());
    }
}
