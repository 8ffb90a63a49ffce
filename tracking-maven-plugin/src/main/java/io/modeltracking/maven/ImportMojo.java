package io.modeltracking.maven;

import io.modeltracking.mlflow.Imported;
import io.modeltracking.mlflow.Importer;
import io.modeltracking.mlflow.MlflowServer;
import io.modeltracking.registry.Recorded;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes runs of an MLflow server into the history, marked by the tag <code>imported</code> and the link
 * <code>importedFrom</code>: params, every step of metrics, tags, data sets, files, models, and which run is within which.
 * Again it takes only what is new. Registered versions become tags <code>mlflow.registered.&lt;model&gt;</code> of their
 * runs: what is in production here is decided here.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", aggregator = true)
public final class ImportMojo extends AbstractMlflowMojo {

    /**
     * Which experiments, by name with <code>*</code> and <code>?</code>; <code>*</code> means all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "experiment")
    private String experiment;

    @Override
    String goal() {
        return "import";
    }

    @Override
    boolean skipGoal() {
        return false;
    }

    @Override
    void run(MlflowServer server) {
        try {
            Imported imported = new Importer(trackingRoot(), server).take(experiment);
            warn(imported.problems());
            info((imported.added() == 1 ? "1 run" : imported.added() + " runs") + " taken from " + server + ", "
                    + imported.there() + " here already"
                    + (imported.running() > 0 ? ", " + imported.running() + " still running and left out" : ""));
        } finally {
            record();
        }
    }

    /** What came before a failure too. */
    private void record() {
        Recorded recorded =
                new BuildRuns(trackingRoot(), ledger(), Clock.systemUTC(), pluginVersion()).record(null, false);
        warn(recorded.problems());
        info(BuildRuns.sentence(recorded));
    }
}
