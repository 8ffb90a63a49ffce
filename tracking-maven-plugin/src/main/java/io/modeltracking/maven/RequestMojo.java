package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Asks for a version to be put into a stage.
 *
 * @since 0.1.0
 */
@Mojo(name = "request", aggregator = true)
public final class RequestMojo extends AbstractStageMojo {

    @Override
    String goal() {
        return "request";
    }

    @Override
    ModelEvent change(Registrar registrar, String version, Stage to) {
        return registrar.request(version, to, reason());
    }
}
