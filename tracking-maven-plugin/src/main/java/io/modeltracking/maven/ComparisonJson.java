package io.modeltracking.maven;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.util.List;
import java.util.Locale;

/** A comparison for machines: values in the order of {@code runs}, numbers as they were recorded. */
final class ComparisonJson {

    private ComparisonJson() {}

    static String of(RunComparison comparison) {
        ObjectNode json = RunJson.mapper().createObjectNode();
        json.put("schemaVersion", "1");
        ArrayNode runs = json.putArray("runs");
        for (ComparedRun run : comparison.runs()) {
            runs.addObject()
                    .put("run", run.run().id())
                    .put("experiment", run.run().experiment())
                    .put("status", run.run().status().name())
                    .put("started", run.run().started().time().toString());
        }
        for (RunComparison.Group group : comparison.groups()) {
            ObjectNode section = json.putObject(group.title());
            section.put("same", group.same());
            ObjectNode differing = section.putObject("differing");
            group.differing().forEach((name, values) -> values.forEach(differing.putArray(name)::add));
        }
        ArrayNode metrics = json.putArray("metrics");
        for (MetricComparison metric : comparison.metrics()) {
            add(metrics.addObject(), metric, comparison.runs());
        }
        return json.toPrettyString() + "\n";
    }

    private static void add(ObjectNode json, MetricComparison metric, List<ComparedRun> runs) {
        json.put("name", metric.name());
        json.put(
                "direction",
                metric.direction() == null ? null : metric.direction().name());
        json.put("data", metric.data().name().toLowerCase(Locale.ROOT));
        ArrayNode values = json.putArray("values");
        ArrayNode differences = json.putArray("differences");
        for (int i = 0; i < runs.size(); i++) {
            Double value = metric.values().get(i);
            if (value != null && !Double.isFinite(value)) {
                values.add(value.toString());
            } else {
                values.add(value);
            }
            differences.add(metric.difference(i));
        }
        json.put("better", metric.better().map(run -> runs.get(run).run().id()).orElse(null));
    }
}
