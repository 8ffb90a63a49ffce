package io.modeltracking.maven;

import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build when a gate fails, with every violation. A run, a metric or a number that is missing fails. Takes new
 * runs into the history first, and writes the report where <code>report</code> has not.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractGateMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /**
     * Whether a violation fails the build; otherwise it is a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    @Override
    String goal() {
        return "check";
    }

    @Override
    boolean skipGoal() {
        return skipCheck;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ModuleReport report = evaluate();
        if (!isReported()) {
            warn(report.warnings());
            write(report, formats());
        }
        if (report.standsAside() != null) {
            warn(report.standsAside());
            return;
        }
        CheckOutcome outcome = CheckOutcome.of(requireRuns(), report);
        if (outcome.passed()) {
            info(outcome.headline());
        } else if (haltOnFailure) {
            throw new MojoFailureException(outcome.message(reportFile()));
        } else {
            outcome.message(reportFile()).lines().forEach(getLog()::warn);
        }
    }

    private Path reportFile() {
        return reportDirectory().resolve("index.html");
    }

    /** Whether the goal report has written its files since the build began. */
    private boolean isReported() {
        try {
            return Files.exists(reportFile())
                    && Files.getLastModifiedTime(reportFile()).compareTo(Files.getLastModifiedTime(buildFile())) >= 0;
        } catch (IOException e) {
            throw new StoreException("Cannot read " + reportFile() + ": " + e, e);
        }
    }
}
