package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows runs side by side: params, metrics, data, source and environment that differ.
 *
 * @since 0.1.0
 */
@Mojo(name = "compare", aggregator = true)
public final class CompareMojo extends AbstractHistoryMojo {

    /**
     * Two runs or more, by the first 4 to 32 digits of their ids: <code>a1b2c3d4,e5f6a7b8</code>. The others are compared
     * with the first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "runs")
    private String runs;

    /**
     * Which metrics to show: <code>validation.*</code>; <code>*</code> is any text and <code>?</code> one character, and
     * several are separated by commas. All by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "metrics")
    private String metrics;

    @Override
    String goal() {
        return "compare";
    }

    @Override
    void run() {
        List<String> prefixes = runs == null ? List.of() : List.of(runs.strip().split("\\s*,\\s*"));
        if (prefixes.size() < 2) {
            throw new RegistryException("-Druns= names " + prefixes.size()
                    + " run(s): give two or more, by the first digits of their ids, as -Druns=a1b2c3d4,e5f6a7b8");
        }
        try (RunHistory history = history()) {
            List<ComparedRun> compared = new ArrayList<>();
            prefixes.forEach(prefix -> compared.add(history.compared(prefix)));
            if (compared.stream().map(run -> run.run().id()).distinct().count() < compared.size()) {
                throw new RegistryException("-Druns=" + runs + " names a run twice: give different ones");
            }
            compared.forEach(run -> warn(run.facts().problems()));
            RunComparison comparison = new RunComparison(compared, new MetricPatterns(metrics));
            if (json()) {
                write(ComparisonJson.of(comparison));
            } else {
                write(ComparisonText.of(comparison));
            }
        }
    }
}
