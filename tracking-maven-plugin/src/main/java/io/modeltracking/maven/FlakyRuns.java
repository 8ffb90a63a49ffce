package io.modeltracking.maven;

import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.validation.MetricDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs of the same experiment with the same code, params, seed and data that came to other results. Of a run whose code or
 * data is not known in full nothing is said.
 */
final class FlakyRuns {

    private static final Set<Status> ENDED = Set.of(Status.FINISHED, Status.FAILED, Status.BROKEN, Status.ABORTED);

    private final Map<Configuration, List<RunRecord>> groups = new LinkedHashMap<>();

    private record Configuration(
            String experiment,
            String name,
            Integer trial,
            Long repeat,
            String source,
            Map<String, ParamValue> params,
            Map<String, String> data,
            Set<Long> seeds) {}

    /** Runs that differ in their results alone, and in which: {@code outcome}, or names of metrics. */
    record Group(List<RunRecord> runs, List<String> differing) {

        /** @param most runs and metrics to name; the others are counted */
        String sentence(int most) {
            List<String> ids = runs.stream().map(RunRecord::shortId).toList();
            return "FLAKY: " + runs.get(0).experiment() + " with the same code, params, seed and data: "
                    + some(ids, most) + " differ in " + some(differing, most);
        }

        private static String some(List<String> all, int most) {
            int shown = Math.min(most, all.size());
            String rest = shown < all.size() ? " and " + (all.size() - shown) + " more" : "";
            return String.join(", ", all.subList(0, shown)) + rest;
        }
    }

    /** @param source of the run, null when it is not known */
    void add(RunRecord run, SourceState source) {
        boolean known = source != null && source.isSameCode(source);
        Optional<Map<String, String>> data = data(run);
        if (!known || data.isEmpty() || !ENDED.contains(run.status())) {
            return;
        }
        Map<String, ParamValue> params = new TreeMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value()));
        Set<Long> seeds = run.seeds().stream().map(Seed::root).collect(Collectors.toCollection(TreeSet::new));
        Configuration configuration = new Configuration(
                run.experiment(),
                run.started().name(),
                run.started().trial(),
                run.started().repeat(),
                run.facts().get("source"),
                params,
                data.get(),
                seeds);
        groups.computeIfAbsent(configuration, key -> new ArrayList<>()).add(run);
    }

    private static Optional<Map<String, String>> data(RunRecord run) {
        Map<String, String> data = new TreeMap<>();
        run.datasets().forEach(one -> data.put(one.name(), String.valueOf(one.hash())));
        return data.isEmpty() || data.containsValue("null") ? Optional.empty() : Optional.of(data);
    }

    /** In the order in which their first run was added. */
    List<Group> groups() {
        return groups.values().stream()
                .map(runs -> new Group(runs, differing(runs)))
                .filter(group -> !group.differing().isEmpty())
                .toList();
    }

    Set<String> ids() {
        return groups().stream()
                .flatMap(group -> group.runs().stream())
                .map(RunRecord::id)
                .collect(Collectors.toSet());
    }

    /** One sentence a group. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Group group : groups()) {
            lines.addAll(ConsoleText.lines(group.sentence(Integer.MAX_VALUE)));
        }
        return lines;
    }

    private static List<String> differing(List<RunRecord> runs) {
        List<String> differing = new ArrayList<>();
        if (runs.stream().map(FlakyRuns::outcome).distinct().count() > 1) {
            differing.add("outcome");
        }
        runs.stream()
                .map(RunRecord::metrics)
                .flatMap(Collection::stream)
                .filter(FlakyRuns::isResult)
                .map(Metric::name)
                .distinct()
                .sorted()
                .filter(name ->
                        runs.stream().map(run -> run.metric(name)).distinct().count() > 1)
                .forEach(differing::add);
        return differing;
    }

    private static String outcome(RunRecord run) {
        return run.status() + " " + run.verdict();
    }

    /** A training's time is none: it always differs. */
    private static boolean isResult(Metric metric) {
        return metric.direction() != null || MetricDirection.of(metric.name()).isPresent();
    }
}
