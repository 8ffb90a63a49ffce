package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts the version that was in production before there again.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", aggregator = true)
public final class RollbackMojo extends AbstractChangeMojo {

    /**
     * The model's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    @Override
    String goal() {
        return "rollback";
    }

    @Override
    ModelEvent change(Registrar registrar) {
        return registrar.rollback(model, reason());
    }
}
