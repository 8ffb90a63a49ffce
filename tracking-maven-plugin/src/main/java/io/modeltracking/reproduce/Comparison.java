package io.modeltracking.reproduce;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Two runs of the same code: where they differ. Pictures are left out, as fonts draw them; their data is compared. */
final class Comparison {

    /** It names all trials of a study, and their runs. */
    private static final String RANKING = "ranking.csv";

    private final double tolerance;
    private final List<Difference> differences = new ArrayList<>();

    /** @param tolerance of a metric, relative to the original */
    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Those of the runs and, where the study chose the run, of what the study then evaluated. */
    List<Difference> of(Original original, Original reproduced) {
        Set<Difference> all = new LinkedHashSet<>(of(original.run(), reproduced.run()));
        if (original.won() && reproduced.study().isPresent()) {
            of(original.study().orElseThrow(), reproduced.study().get()).stream()
                    .filter(difference -> !difference.name().equals(RANKING))
                    .forEach(all::add);
        }
        threads(original, reproduced).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** A run counts as the same only with equal threads, whatever else is equal. */
    private static Optional<Difference> threads(Original original, Original reproduced) {
        if (original.environment() == null || reproduced.environment() == null) {
            return Optional.empty();
        }
        Threads before = Threads.of(original.environment());
        Threads after = Threads.of(reproduced.environment());
        return before.number() == after.number() && before.processors() == after.processors()
                ? Optional.empty()
                : Optional.of(Difference.of("environment", "threads", before, after));
    }

    /** Differences of what the runs were given and of what came out, not of the machine. */
    List<Difference> of(RunRecord original, RunRecord reproduced) {
        differences.clear();
        one("outcome", "status", original.status(), reproduced.status());
        one("outcome", "verdict", original.verdict(), reproduced.verdict());
        each("param", params(original), params(reproduced));
        each(
                "data",
                by(original.datasets(), DatasetRecord::name, DatasetRecord::hash),
                by(reproduced.datasets(), DatasetRecord::name, DatasetRecord::hash));
        each("file", files(original), files(reproduced));
        metrics(values(original), values(reproduced));
        judgeFilesByMetrics(original, reproduced);
        return List.copyOf(differences);
    }

    /** Where each metric is within the tolerance, so are the files of the same figures. */
    private void judgeFilesByMetrics(RunRecord original, RunRecord reproduced) {
        boolean close = !original.metrics().isEmpty()
                && differences.stream()
                        .filter(difference -> difference.kind().equals("metric"))
                        .allMatch(Difference::tolerated);
        if (close) {
            FigureFiles before = new FigureFiles(original);
            FigureFiles after = new FigureFiles(reproduced);
            differences.replaceAll(difference -> difference.kind().equals("file")
                            && difference.isOfBoth()
                            && before.holds(difference.name())
                            && after.holds(difference.name())
                    ? difference.asTolerated()
                    : difference);
        }
    }

    /** Differences of the machines, the likeliest cause first: what the model is trained by and
     * by how many threads, then the other libraries, Java, and the rest. */
    static List<Difference> environments(Original first, Original second) {
        EnvironmentState original = first.environment();
        EnvironmentState reproduced = second.environment();
        if (original == null || reproduced == null) {
            return List.of();
        }
        Comparison comparison = new Comparison(0);
        comparison.each(
                "environment", new LinkedHashMap<>(original.natives()), new LinkedHashMap<>(reproduced.natives()));
        comparison.one(
                "environment",
                "threads",
                Threads.of(original).number(),
                Threads.of(reproduced).number());
        comparison.each("environment", jars(first), jars(second));
        comparison.one("environment", "Java", original.javaRuntime(), reproduced.javaRuntime());
        comparison.one("environment", "architecture", original.osArch(), reproduced.osArch());
        comparison.one("environment", "CPU", original.cpu(), reproduced.cpu());
        comparison.one("environment", "processors", original.processors(), reproduced.processors());
        comparison.one(
                "environment",
                "system",
                original.osName() + " " + original.osVersion(),
                reproduced.osName() + " " + reproduced.osVersion());
        comparison.one("environment", "locale", original.locale(), reproduced.locale());
        comparison.one("environment", "time zone", original.timeZone(), reproduced.timeZone());
        comparison.one("environment", "charset", original.charset(), reproduced.charset());
        return List.copyOf(comparison.differences);
    }

    private void one(String kind, String name, Object original, Object reproduced) {
        if (original == null ? reproduced != null : !original.equals(reproduced)) {
            differences.add(Difference.of(kind, name, original, reproduced));
        }
    }

    private void each(String kind, Map<String, ?> original, Map<String, ?> reproduced) {
        TreeSet<String> names = new TreeSet<>(original.keySet());
        names.addAll(reproduced.keySet());
        names.forEach(name -> one(kind, name, original.get(name), reproduced.get(name)));
    }

    private void metrics(Map<String, Double> original, Map<String, Double> reproduced) {
        TreeSet<String> names = new TreeSet<>(original.keySet());
        names.addAll(reproduced.keySet());
        for (String name : names) {
            Double first = original.get(name);
            Double second = reproduced.get(name);
            if (first == null || second == null) {
                differences.add(Difference.of("metric", name, first, second));
            } else if (Double.compare(first, second) != 0) {
                boolean tolerated = Math.abs(second - first) <= tolerance * Math.abs(first);
                differences.add(new Difference("metric", name, first.toString(), second.toString(), tolerated));
            }
        }
    }

    /** Every value of every metric, curves included. */
    private static Map<String, Double> values(RunRecord run) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Metric metric : run.metrics()) {
            values.put(metric.name() + (metric.step() == null ? "" : " at step " + metric.step()), metric.value());
        }
        return values;
    }

    private static Map<String, String> params(RunRecord run) {
        Map<String, String> params = new LinkedHashMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value().text()));
        return params;
    }

    private static Map<String, String> files(RunRecord run) {
        return by(
                run.artifacts().stream()
                        .filter(artifact -> !artifact.name().endsWith(".png"))
                        .toList(),
                Artifact::name,
                Artifact::sha256);
    }

    /** Without the module's own, which has the time of its making in it. */
    private static Map<String, String> jars(Original original) {
        String own = original.module() == null ? ":" : original.module().substring(1) + "-";
        return by(
                original.environment().classPath().stream()
                        .filter(entry ->
                                entry.name().endsWith(".jar") && !entry.name().startsWith(own))
                        .toList(),
                EnvironmentState.Entry::name,
                EnvironmentState.Entry::sha256);
    }

    private static <T> Map<String, String> by(List<T> list, Function<T, String> name, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        list.forEach(each -> map.put(name.apply(each), value.apply(each)));
        return map;
    }
}
