package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Turns a request down.
 *
 * @since 0.1.0
 */
@Mojo(name = "reject", aggregator = true)
public final class RejectMojo extends AbstractStageMojo {

    @Override
    String goal() {
        return "reject";
    }

    @Override
    ModelEvent change(Registrar registrar, String version, Stage to) {
        return registrar.reject(version, to, reason());
    }
}
