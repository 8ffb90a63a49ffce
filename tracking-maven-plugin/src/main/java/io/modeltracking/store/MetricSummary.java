package io.modeltracking.store;

import io.modeltracking.run.RunEvent.Metric;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the index keeps of a metric's values over steps: the ones that rules may select. */
final class MetricSummary {

    final String name;
    String direction;
    long points;
    Long lastStep;
    double first;
    double last;
    double min;
    double max;

    private MetricSummary(Metric metric) {
        name = metric.name();
        first = metric.value();
        min = metric.value();
        max = metric.value();
    }

    /** One summary a name, in the order of first logging. NaN among the values makes min and max NaN. */
    static Collection<MetricSummary> of(List<Metric> metrics) {
        Map<String, MetricSummary> summaries = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            summaries
                    .computeIfAbsent(metric.name(), name -> new MetricSummary(metric))
                    .add(metric);
        }
        return summaries.values();
    }

    private void add(Metric metric) {
        points++;
        last = metric.value();
        lastStep = metric.step();
        direction = metric.direction() == null ? direction : metric.direction();
        min = Math.min(min, metric.value());
        max = Math.max(max, metric.value());
    }
}
