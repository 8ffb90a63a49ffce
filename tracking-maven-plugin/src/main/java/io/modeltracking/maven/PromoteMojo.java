package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Puts a version of a model into a stage; the one that was there is archived.
 *
 * @since 0.1.0
 */
@Mojo(name = "promote", aggregator = true)
public final class PromoteMojo extends AbstractStageMojo {

    @Override
    String goal() {
        return "promote";
    }

    @Override
    ModelEvent change(Registrar registrar, String version, Stage to) {
        return registrar.promote(version, to, reason());
    }
}
