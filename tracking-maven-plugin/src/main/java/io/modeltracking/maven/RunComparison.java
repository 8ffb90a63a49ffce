package io.modeltracking.maven;

import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs side by side: what differs, and how much does not.
 *
 * @param runs two or more; the others are compared with the first
 * @param shown which metrics
 */
record RunComparison(List<ComparedRun> runs, MetricPatterns shown) {

    /**
     * A group of properties.
     *
     * @param differing values by name, one a run, null where it has none
     * @param same how many properties all runs share
     */
    record Group(String title, Map<String, List<String>> differing, int same) {}

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(group("params", ComparedRun::params, RunComparison::param));
        groups.add(group("data", ComparedRun::data, Function.identity()));
        groups.add(group("source", ComparedRun::source, Function.identity()));
        groups.add(group("environment", ComparedRun::environment, Function.identity()));
        return groups;
    }

    private static String param(ParamValue value) {
        return value.type().equals("text") ? '"' + value.text() + '"' : value.text();
    }

    private <T> Group group(String title, Function<ComparedRun, Map<String, T>> of, Function<T, String> shown) {
        List<Map<String, T>> sides = runs.stream().map(of).toList();
        Set<String> names = new LinkedHashSet<>();
        sides.stream().map(Map::keySet).forEach(names::addAll);
        Map<String, List<String>> differing = new LinkedHashMap<>();
        for (String name : names) {
            List<T> values = new ArrayList<>();
            sides.forEach(side -> values.add(side.get(name)));
            if (values.stream().anyMatch(value -> !Objects.equals(value, values.get(0)))) {
                differing.put(
                        name,
                        values.stream()
                                .map(value -> value == null ? null : shown.apply(value))
                                .toList());
            }
        }
        return new Group(title, differing, names.size() - differing.size());
    }

    /** Those that any run has, by their last values, in the order of logging. */
    List<MetricComparison> metrics() {
        List<String> names = runs.stream()
                .map(run -> run.run().metrics())
                .flatMap(Collection::stream)
                .map(Metric::name)
                .distinct()
                .toList();
        return shown.of(names).stream()
                .map(name -> MetricComparison.of(name, runs))
                .toList();
    }
}
