package io.modeltracking.maven;

import io.modeltracking.mlflow.MlflowException;
import io.modeltracking.mlflow.MlflowServer;
import io.modeltracking.mlflow.Published;
import io.modeltracking.mlflow.Publisher;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.store.FolderLock;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.SharedLock;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sends runs to an MLflow server: studies with their trials, params, metrics with every step, tags, data sets, files and
 * models, and the versions of models with their aliases. What is there already is not sent again; what an earlier call left
 * half done is completed. Bind it after <code>record</code> to have each build send what it has made.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, aggregator = true)
public final class PublishMojo extends AbstractMlflowMojo {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * Skips this goal; a later call sends the runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.publish.skip", defaultValue = "false")
    private boolean skipPublish;

    /**
     * One run, by the first digits of its id, with the runs in it. By default every run that is not there: of the shared
     * store where there is one, and of this machine alone where the goal is bound to a phase.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * The runs of a model's versions: <code>motor-frequency</code>, or of one version: <code>motor-frequency/3</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * Which runs, as for <code>runs</code>: <code>metrics.test.rmse &lt; 0.5</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "filter")
    private String filter;

    /**
     * Whether the build fails when the server refuses or does not answer. By default it does when the goal was called by
     * name; bound to a phase it costs a warning, and the next call sends the runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.publish.failOnError")
    private Boolean failOnError;

    @Override
    String goal() {
        return "publish";
    }

    @Override
    boolean skipGoal() {
        return skipPublish;
    }

    @Override
    void run(MlflowServer server) {
        if (isBound() && !Files.isDirectory(trackingRoot().runs())) {
            info("There are no runs to publish yet.");
            return;
        }
        RunHistory.check(trackingRoot(), link());
        // MLflow makes a run anew for each that asks: two at once would both find it lacking.
        try (FolderLock here = FolderLock.take(trackingRoot().directory().resolve("publish.lock"), PATIENCE)) {
            AtomicReference<Optional<SharedLock>> everywhere = new AtomicReference<>(Optional.empty());
            link().attempt(store -> everywhere.set(lock(store, server)));
            try {
                if (link().isUp() && everywhere.get().isEmpty()) {
                    refused(server);
                } else {
                    publish(server);
                }
            } finally {
                everywhere.get().ifPresent(SharedLock::close);
            }
        }
    }

    private Optional<SharedLock> lock(SharedStore store, MlflowServer server) {
        return store.database()
                .lock(
                        "publish to " + server,
                        PATIENCE,
                        () -> info("Another job publishes to " + server + ": waiting for it."));
    }

    private void refused(MlflowServer server) {
        String why = "Another job has published to " + server + " for " + PATIENCE.toMinutes()
                + " minutes: \"mvn tracking:publish\" sends what is lacking when it has ended";
        if (fails()) {
            throw new RegistryException(why);
        }
        warn(why);
    }

    private void publish(MlflowServer server) {
        Registry registry = Registry.of(ledger().events());
        Published published;
        try (RunHistory history = RunHistory.open(
                trackingRoot(), Clock.systemUTC(), pluginVersion(), isForAll() ? link() : SharedLink.NONE)) {
            warn(history.problems());
            published = new Publisher(trackingRoot(), link().source(trackingRoot()), server)
                    .publish(wanted(history, registry), registry);
        }
        warn(published.problems());
        info(sentence(published) + " on " + server);
    }

    /** Each job of a pipeline sends its own runs; one that is asked for is looked for everywhere. */
    private boolean isForAll() {
        return !isBound() || run != null || model != null || filter != null;
    }

    private List<RunEntry> wanted(RunHistory history, Registry registry) {
        List<RunEntry> runs = new ArrayList<>();
        if (run != null) {
            with(history.entry(run), history.store(), runs);
        } else if (model != null) {
            (Registry.namesVersion(model)
                            ? List.of(registry.version(model))
                            : registry.model(model).versions())
                    .forEach(
                            version -> runs.add(history.entry(version.evidence().run())));
        } else if (filter != null) {
            new RunsRequest(filter, null, Integer.MAX_VALUE, null, false)
                    .answer(history.store())
                    .ids()
                    .forEach(id -> runs.add(history.entry(id)));
        } else {
            runs.addAll(history.store().runs(new RunQuery.All()));
        }
        return runs;
    }

    private static void with(RunEntry entry, HistoryStore store, List<RunEntry> runs) {
        if (runs.stream().anyMatch(known -> known.id().equals(entry.id()))) {
            return;
        }
        runs.add(entry);
        store.runs(new RunQuery.ChildrenOf(entry.id())).forEach(child -> with(child, store, runs));
    }

    private static String sentence(Published published) {
        String text = (published.added() == 1 ? "1 run" : published.added() + " runs") + " sent, " + published.there()
                + " there already";
        if (published.running() > 0) {
            text += ", " + published.running() + " still running and left for the next time";
        }
        return text + ", " + (published.versions() == 1 ? "1 new version" : published.versions() + " new versions")
                + " of models";
    }

    private boolean isBound() {
        return execution.getSource() != MojoExecution.Source.CLI;
    }

    @Override
    void refused(MlflowException e) throws MojoExecutionException {
        if (fails()) {
            super.refused(e);
        }
        warn("Nothing more was published: " + e.getMessage() + ". \"mvn tracking:publish\" sends what is lacking.");
    }

    private boolean fails() {
        return failOnError == null ? !isBound() : failOnError;
    }
}
