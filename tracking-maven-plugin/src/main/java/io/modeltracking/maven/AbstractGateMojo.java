package io.modeltracking.maven;

import io.modeltracking.gate.Gate;
import io.modeltracking.report.ReportFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What {@code report} and {@code check} share: the gates, and the report's folder and formats. */
abstract class AbstractGateMojo extends AbstractTrackingMojo {

    /**
     * Rules on the figures of this module's runs in this build:
     *
     * <pre>
     * &lt;gates&gt;
     *   &lt;gate&gt;
     *     &lt;experiment&gt;Motor_2026_*&lt;/experiment&gt;   &lt;!-- name, with * and ? --&gt;
     *     &lt;metric&gt;test.rmse&lt;/metric&gt;            &lt;!-- the last value; test.rmse@min, @max, @first others;
     *                                                 upper(test.rmse) with a baseline: of the difference's interval;
     *                                                 looks(holdout): how often held-out rows were looked at --&gt;
     *     &lt;statistic&gt;WINNER&lt;/statistic&gt;        &lt;!-- WINNER (default), ALL, MIN, MAX, MEAN --&gt;
     *     &lt;min&gt;0&lt;/min&gt;                         &lt;!-- one of min and max, or both --&gt;
     *     &lt;max&gt;0.60&lt;/max&gt;
     *     &lt;baseline&gt;production&lt;/baseline&gt;   &lt;!-- or accepted, or last; on the same data --&gt;
     *     &lt;maxRegression&gt;0.5%&lt;/maxRegression&gt; &lt;!-- or &lt;minImprovement&gt;; in the metric's unit, or percent --&gt;
     *     &lt;ignoreMissingBaseline&gt;true&lt;/ignoreMissingBaseline&gt; &lt;!-- while there is none --&gt;
     *   &lt;/gate&gt;
     * &lt;/gates&gt;
     * </pre>
     *
     * Configure them for the whole plugin, not for one execution: <code>report</code> shows what <code>check</code> fails
     * on.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<GateParameter> gates;

    /**
     * What the report is written as: some of <code>HTML</code>, <code>MARKDOWN</code>, <code>JSON</code>,
     * <code>REGISTRY</code> and <code>OPENMETRICS</code>; all by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.report.formats")
    private List<String> formats;

    /**
     * Which runs the report lists, in the language of the goal <code>runs</code>: <code>metrics.test.rmse &lt; 0.5 AND
     * params.depth IN (3, 5)</code>. Verdict, gates, experiments and studies rest on all runs; the report says how many are
     * hidden.
     *
     * @since 0.1.0
     */
    @Parameter(property = "filter")
    private String filter;

    /**
     * By what the report sorts the runs that it lists: <code>metrics.test.rmse, start_time DESC</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "order")
    private String order;

    /**
     * The most runs that the report lists, trials included; without an order the latest ones. All by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "limit")
    private Integer limit;

    /**
     * Whether the gates hold even when tests were skipped or filtered, and a module without any run fails. Set it where
     * a release is decided.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.requireRuns", defaultValue = "false")
    private boolean requireRuns;

    final boolean requireRuns() {
        return requireRuns;
    }

    /** Why the gates are not evaluated in this build; empty when they are. */
    final Optional<String> standsAside() {
        return requireRuns
                ? Optional.empty()
                : TestFilter.of(session().getUserProperties(), project().getProperties())
                        .map(cause -> "Gates not evaluated: " + cause
                                + ". -Dtracking.requireRuns evaluates them all the same.");
    }

    final List<Gate> gates() {
        return GateParameter.gates(gates);
    }

    final Set<ReportFormat> formats() {
        return ReportFiles.formats(formats);
    }

    final ListingRequest listing() {
        return new ListingRequest(filter, order, limit);
    }

    final Path reportDirectory() {
        return output().resolve("report");
    }

    /** The gates' configuration is checked even where they stand aside. */
    final ModuleReport evaluate() throws MojoExecutionException {
        return ModuleReport.of(
                new BuildRuns(trackingRoot(), ledger(), Clock.systemUTC(), pluginVersion()),
                build(),
                gates(),
                standsAside());
    }

    final List<Path> write(ModuleReport report, Set<ReportFormat> formatNames) {
        return report.write(project().getName(), reportDirectory(), formatNames, listing());
    }
}
