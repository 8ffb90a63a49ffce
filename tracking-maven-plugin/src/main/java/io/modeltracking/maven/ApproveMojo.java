package io.modeltracking.maven;

import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Stage;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Agrees to a request. Who asked cannot, nor who made the run, nor who made one of its commits: the run's own and those
 * since the version in Production. Authors, committers and <code>Co-authored-by</code> are read from Git.
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
