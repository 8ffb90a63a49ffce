package io.modeltracking.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes one report of the runs of all modules in a build, to <code>target/tracking/report-aggregate</code>, with the gates that
 * are configured where it runs. Bind it in a module that depends on the others, or call it at the root after <code>mvn
 * verify</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "report-aggregate", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends AbstractAggregateMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.report-aggregate.skip", defaultValue = "false")
    private boolean skipReportAggregate;

    @Override
    String goal() {
        return "report-aggregate";
    }

    @Override
    boolean skipGoal() {
        return skipReportAggregate;
    }

    @Override
    void run() throws MojoExecutionException {
        ModuleReport report = aggregate();
        warn(report.warnings());
        List<Path> files = writeAggregate(report);
        if (!files.isEmpty()) {
            info("Report of " + report.runs().size() + " run(s) of all modules: " + files.get(0));
        }
    }
}
