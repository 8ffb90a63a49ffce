package io.modeltracking.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What metrics came to over builds.
 *
 * @param builds earlier ones in the order of their start, then this one
 * @param metrics that more than one build has
 */
record Trends(List<Build> builds, List<Trend> metrics) {

    /** @param branch or null */
    record Build(String id, String branch) {}

    /** The lines of one metric. */
    record Trend(String metric, List<Line> lines) {}

    /** @param values by the number of the build */
    record Line(String experiment, String branch, Map<Integer, Double> values) {}

    private record Key(String experiment, String branch) {}

    static Trends of(ReportInput input) {
        List<EarlierRun> runs = new ArrayList<>(input.past().earlier());
        Set<String> metrics = new LinkedHashSet<>();
        runs.forEach(run -> metrics.addAll(new TreeMap<>(run.metrics()).keySet()));
        for (ExperimentChange change : ExperimentChange.of(input)) {
            if (change.run() != null) {
                runs.add(current(input, change.run()));
            }
        }
        Map<String, Build> builds = new LinkedHashMap<>();
        runs.forEach(run -> builds.putIfAbsent(run.build(), new Build(run.build(), run.branch())));
        List<String> order = List.copyOf(builds.keySet());
        List<Trend> trends = new ArrayList<>();
        for (String metric : metrics) {
            List<Line> lines = lines(metric, runs, order);
            if (!lines.isEmpty()) {
                trends.add(new Trend(metric, lines));
            }
        }
        return new Trends(List.copyOf(builds.values()), trends);
    }

    private static EarlierRun current(ReportInput input, ReportRun run) {
        Map<String, Double> values = new TreeMap<>();
        MetricSeries.of(run.record()).forEach(series -> values.put(series.name(), series.last()));
        return new EarlierRun(
                run.record().id(),
                run.record().experiment(),
                String.valueOf(input.buildId()),
                input.source() == null ? null : input.source().branch(),
                run.record().started().time(),
                null,
                values);
    }

    /** Of several runs of an experiment in a build the last one counts; an experiment of one build has no trend. */
    private static List<Line> lines(String metric, List<EarlierRun> runs, List<String> builds) {
        Map<Key, Map<Integer, Double>> lines = new LinkedHashMap<>();
        for (EarlierRun run : runs) {
            Double value = run.metrics().get(metric);
            if (value != null && Double.isFinite(value)) {
                lines.computeIfAbsent(new Key(run.experiment(), run.branch()), key -> new TreeMap<>())
                        .put(builds.indexOf(run.build()), value);
            }
        }
        List<Line> all = new ArrayList<>();
        lines.forEach((key, values) -> all.add(new Line(key.experiment(), key.branch(), values)));
        all.removeIf(line -> all.stream()
                        .filter(other -> other.experiment().equals(line.experiment()))
                        .flatMap(other -> other.values().keySet().stream())
                        .distinct()
                        .count()
                < 2);
        return all;
    }
}
