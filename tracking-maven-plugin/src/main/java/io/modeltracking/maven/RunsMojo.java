package io.modeltracking.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists runs of the history, filtered and sorted.
 *
 * @since 0.1.0
 */
@Mojo(name = "runs", aggregator = true)
public final class RunsMojo extends AbstractHistoryMojo {

    /**
     * Which runs: <code>metrics.test.rmse &lt; 0.5 AND (params.depth IN (3, 5) OR tags.team LIKE 'pric%')</code>.
     * Columns are <code>params.</code>, <code>metrics.</code> (also <code>metrics.loss@min</code>), <code>tags.</code>,
     * <code>datasets.name</code>, <code>.role</code>, <code>.hash</code>, and attributes such as <code>status</code>,
     * <code>start_time</code>, <code>commit</code>, <code>parent</code>; with <code>= != &lt; &lt;= &gt; &gt;= LIKE
     * ILIKE IN IS NULL AND OR NOT</code>. MLflow's filters are read too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "filter")
    private String filter;

    /**
     * By what they are sorted: <code>metrics.test.rmse, start_time DESC</code>. By default the latest comes first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "order")
    private String order;

    /**
     * The most runs to list.
     *
     * @since 0.1.0
     */
    @Parameter(property = "limit", defaultValue = "100")
    private int limit;

    /**
     * What is shown of each: <code>run_name, params.depth, metrics.test.rmse</code>. By default name, status, start, and
     * what the filter and the order speak of.
     *
     * @since 0.1.0
     */
    @Parameter(property = "columns")
    private String columns;

    /**
     * Whether to list archived runs too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archived", defaultValue = "false")
    private boolean archived;

    /**
     * Whether to list only runs that came to other results with the same code, params, seed and data: every run that
     * matches the filter is looked at, whatever the limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "flaky", defaultValue = "false")
    private boolean flaky;

    @Override
    String goal() {
        return "runs";
    }

    @Override
    List<String> formats() {
        return List.of("table", "json", "csv");
    }

    @Override
    void run() {
        try (RunHistory history = history()) {
            int most = flaky ? Integer.MAX_VALUE : limit;
            RunList list = new RunsRequest(filter, order, most, columns, archived).answer(history.store());
            List<String> lines = new ArrayList<>();
            if (flaky) {
                FlakyRuns found = history.flaky(list.ids());
                list = list.only(found.ids());
                lines.addAll(found.lines());
            }
            lines.addAll(0, list.table());
            switch (format()) {
                case "table" -> write(lines);
                case "json" -> write(list.json());
                default -> write(list.csv());
            }
        }
    }
}
