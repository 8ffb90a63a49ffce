package io.modeltracking.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build when a gate that is configured where it runs fails on the runs of all modules in the build. Bind it in a module
 * that depends on the others, or call it at the root after <code>mvn verify</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-aggregate", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public final class CheckAggregateMojo extends AbstractAggregateMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.check-aggregate.skip", defaultValue = "false")
    private boolean skipCheckAggregate;

    /**
     * Whether a violation fails the build; otherwise it is a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    @Override
    String goal() {
        return "check-aggregate";
    }

    @Override
    boolean skipGoal() {
        return skipCheckAggregate;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ModuleReport report = aggregate();
        warn(report.warnings());
        if (report.standsAside() != null) {
            warn(report.standsAside());
            return;
        }
        CheckOutcome outcome = CheckOutcome.of(requireRuns(), report);
        String message = outcome.message(aggregateDirectory().resolve("index.html"));
        if (outcome.passed()) {
            info(outcome.headline());
        } else if (haltOnFailure) {
            throw new MojoFailureException(message);
        } else {
            message.lines().forEach(getLog()::warn);
        }
    }
}
