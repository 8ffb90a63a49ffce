package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.modeltracking.run.RunEvent.Metric;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs are compared with, in figures: a test JVM is told of it and opens no store itself.
 *
 * @param baseline {@code production}, {@code accepted} or {@code last}
 * @param model the lasting name
 * @param label as people know it: {@code motor-frequency/3 (Production)}
 * @param run that made it; null when nobody knows
 * @param metrics by selector: {@code test.loss} is the last value; where there are several, {@code test.loss@first},
 *     {@code @min} and {@code @max} too
 * @param data hash of each data set by name, where it is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BaselineRecord(
        String baseline,
        String model,
        String label,
        String run,
        SortedMap<String, Figure> metrics,
        SortedMap<String, String> data) {

    public BaselineRecord {
        metrics = metrics == null ? Collections.emptySortedMap() : sorted(metrics);
        data = data == null ? Collections.emptySortedMap() : sorted(data);
    }

    /**
     * One value.
     *
     * @param direction {@code MINIMIZE} or {@code MAXIMIZE} where it was declared, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Figure(
            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double value,

            String direction) {}

    /** The figures of a run. */
    public static BaselineRecord of(String baseline, String label, RunRecord run) {
        SortedMap<String, Figure> metrics = new TreeMap<>();
        TreeMap<String, Integer> values = new TreeMap<>();
        TreeMap<String, String> directions = new TreeMap<>();
        for (Metric metric : run.metrics()) {
            values.merge(metric.name(), 1, Integer::sum);
            if (metric.direction() != null) {
                directions.put(metric.name(), metric.direction());
            }
        }
        values.forEach((name, count) -> {
            for (MetricSelector.Pick pick : MetricSelector.Pick.values()) {
                if (count > 1 || pick == MetricSelector.Pick.LAST) {
                    MetricSelector selector = new MetricSelector(name, pick);
                    selector.of(run.metrics())
                            .ifPresent(
                                    value -> metrics.put(selector.toString(), new Figure(value, directions.get(name))));
                }
            }
        });
        SortedMap<String, String> data = new TreeMap<>();
        run.datasets().stream()
                .filter(dataset -> dataset.hash() != null)
                .forEach(dataset -> data.put(dataset.name(), dataset.hash()));
        return new BaselineRecord(baseline, run.started().model(), label, run.id(), metrics, data);
    }

    /** Null when there is none. Of a metric with one value, each selector selects that. */
    public Figure figure(MetricSelector selector) {
        Figure picked = metrics.get(selector.toString());
        return picked == null ? metrics.get(selector.name()) : picked;
    }

    private static <T> SortedMap<String, T> sorted(SortedMap<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
