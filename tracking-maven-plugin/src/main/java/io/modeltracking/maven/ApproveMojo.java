package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Agrees to a request. Neither who asked nor who made the run can.
 *
 * @since 0.1.0
 */
@Mojo(name = "approve", aggregator = true)
public final class ApproveMojo extends AbstractStageMojo {

    @Override
    String goal() {
        return "approve";
    }

    @Override
    ModelEvent change(Registrar registrar, String version, Stage to) {
        return registrar.approve(version, to, reason());
    }
}
