package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.reproduce.BuildTool;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs one experiment with params from the command line as one tracked run, in a build of its module: <code>mvn tracking:run
 * -Dexperiment=Motor_2026_Frequency -Dtracking.param.maxDepth=5 -Dtracking.seed=7</code>. What else is typed is passed on.
 * An experiment that searches makes one trial, and needs a value for each of its params. Gates stand aside, and nothing is
 * registered.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", aggregator = true)
public final class RunMojo extends AbstractTrackingMojo {

    private static final String INFO = "[INFO] ";
    private static final String WARNING = "[WARNING] ";
    private static final String ERROR = "[ERROR] ";

    /**
     * The experiment: its name, where it has run before, or <code>Class</code> or <code>Class#method</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "experiment")
    private String experiment;

    /**
     * Seconds that the build may take; 0 for any number.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.run.timeout", defaultValue = "0")
    private int timeout;

    @Override
    String goal() {
        return "run";
    }

    @Override
    boolean skipGoal() {
        return false;
    }

    @Override
    void run() throws MojoFailureException {
        ExperimentTest test = test();
        Instant start = Instant.now();
        Optional<String> failure = new MavenCall(session(), timeout)
                .verify(
                        new BuildTool.Copy(
                                Path.of(session().getExecutionRootDirectory()),
                                session().getProjects().size() == 1 ? null : test.module(),
                                properties(test),
                                session().getRequest().getActiveProfiles(),
                                Map.of(),
                                null),
                        this::say);
        List<RunRecord> runs = since(start);
        runs.forEach(run -> info(run.experiment() + ": " + run.status() + ", run " + run.shortId() + ". \"mvn"
                + " tracking:show -Drun=" + run.shortId() + "\" shows it."));
        if (failure.isPresent()) {
            throw new MojoFailureException(
                    ConsoleText.wrap(experiment + ": " + failure.get() + ", as its lines above say"));
        }
        if (runs.isEmpty()) {
            throw new RegistryException(experiment + " made no run: is " + test.testClass()
                    + " a test that the build runs, and is the goal prepare bound?");
        }
    }

    /** A line of that build, with the level that it has there. */
    private void say(String line) {
        if (line.startsWith(ERROR)) {
            getLog().error(line.substring(ERROR.length()));
        } else if (line.startsWith(WARNING)) {
            getLog().warn(line.substring(WARNING.length()));
        } else {
            getLog().info(line.startsWith(INFO) ? line.substring(INFO.length()) : line);
        }
    }

    private ExperimentTest test() {
        if (!Files.isDirectory(trackingRoot().runs())) {
            return new ExperimentFinder(null, session().getProjects()).find(experiment);
        }
        try (RunHistory history = history()) {
            return new ExperimentFinder(history.store(), session().getProjects()).find(experiment);
        }
    }

    private RunHistory history() {
        return RunHistory.open(trackingRoot(), Clock.systemUTC(), pluginVersion());
    }

    /** As typed, but for what would choose other tests. */
    private Map<String, String> properties(ExperimentTest test) {
        Map<String, String> properties = new TreeMap<>();
        session().getUserProperties().forEach((name, value) -> properties.put((String) name, (String) value));
        properties.remove("experiment");
        properties.putAll(test.properties());
        properties.put("tracking.oneRun", "true");
        return properties;
    }

    /** The runs that are no other's children: of a search the study. */
    private List<RunRecord> since(Instant start) {
        if (!Files.isDirectory(trackingRoot().runs())) {
            return List.of();
        }
        try (RunHistory history = history()) {
            return history.store().runs(new RunQuery.All()).stream()
                    .filter(entry -> !entry.started().isBefore(start))
                    .map(RunEntry::id)
                    .map(history::run)
                    .filter(run -> run.started().parent() == null)
                    .toList();
        }
    }
}
