package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All values of one metric of a run, in the order of logging.
 *
 * @param values at least one
 */
record MetricSeries(String name, List<Metric> values) {

    static List<MetricSeries> of(RunRecord run) {
        Map<String, List<Metric>> byName = new LinkedHashMap<>();
        for (Metric metric : run.metrics()) {
            byName.computeIfAbsent(metric.name(), name -> new ArrayList<>(1)).add(metric);
        }
        List<MetricSeries> series = new ArrayList<>(byName.size());
        byName.forEach((name, values) -> series.add(new MetricSeries(name, values)));
        return series;
    }

    double first() {
        return values.get(0).value();
    }

    double last() {
        return values.get(values.size() - 1).value();
    }

    /** NaN when one of them is. */
    double min() {
        return values.stream().mapToDouble(Metric::value).reduce(Double.POSITIVE_INFINITY, Math::min);
    }

    /** NaN when one of them is. */
    double max() {
        return values.stream().mapToDouble(Metric::value).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    /** {@code MINIMIZE} or {@code MAXIMIZE}, as declared or as the name tells; null where neither does. */
    String direction() {
        return MetricDirection.of(values, name).map(Enum::name).orElse(null);
    }

    /** Every value, or so many of them, the first and the last included. */
    List<Metric> thinned(int most) {
        int size = values.size();
        if (size <= most) {
            return values;
        }
        List<Metric> kept = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            kept.add(values.get((int) ((long) i * (size - 1) / (most - 1))));
        }
        return kept;
    }
}
