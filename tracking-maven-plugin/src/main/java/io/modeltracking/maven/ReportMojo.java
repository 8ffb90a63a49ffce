package io.modeltracking.maven;

import io.modeltracking.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Evaluates the gates and writes the report of this module's runs in this build to <code>target/tracking/report</code>.
 * Takes new runs into the history first, as <code>record</code> does.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends AbstractGateMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.report.skip", defaultValue = "false")
    private boolean skipReport;

    /**
     * Appends the Markdown report to the file that the variable <code>GITHUB_STEP_SUMMARY</code> names, within the
     * 1 MiB that GitHub takes. Does nothing where the variable is not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.githubSummary", defaultValue = "false")
    private boolean githubSummary;

    @Override
    String goal() {
        return "report";
    }

    @Override
    boolean skipGoal() {
        return skipReport;
    }

    @Override
    void run() throws MojoExecutionException {
        Set<ReportFormat> formats = EnumSet.copyOf(formats());
        if (githubSummary) {
            formats.add(ReportFormat.MARKDOWN);
        }
        ModuleReport report = evaluate();
        warn(report.warnings());
        List<Path> files = write(report, formats);
        if (!files.isEmpty()) {
            info("Report of " + report.runs().size() + " run(s): " + files.get(0));
        }
        String summary = System.getenv("GITHUB_STEP_SUMMARY");
        Path markdown = reportDirectory().resolve("summary.md");
        if (githubSummary && summary != null && !summary.isBlank() && Files.exists(markdown)) {
            GithubSummary.append(markdown, Path.of(summary));
        }
    }
}
