package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Intervals of any metric of the set: each replicate is evaluated as the rows themselves are, so that whatever the set defines
 * can be resampled. The champion is evaluated on the same draws.
 */
final class RequestedIntervals {

    private final Evaluation evaluation;
    private final Optional<Evaluation> champion;
    private final List<String> names;
    private final Set<String> wanted;
    private final Map<String, Double> metrics;
    private final Map<String, String> undefined;

    private RequestedIntervals(StandardMetrics standard, Evaluation evaluation) {
        this.evaluation = evaluation;
        this.champion = evaluation.ofChampion();
        this.names = evaluation.intervalsOf();
        this.metrics = new LinkedHashMap<>(standard.metrics());
        this.undefined = new LinkedHashMap<>(standard.undefined());
        String suffix = Recorder.suffix(evaluation);
        this.wanted = names.stream()
                .map(name -> name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name)
                .collect(Collectors.toSet());
    }

    /**
     * @throws IllegalArgumentException naming a metric that the set has not, or when nothing says how to resample
     */
    static StandardMetrics added(StandardMetrics standard, Evaluation evaluation) {
        PairedBootstrap draws = PairedBootstrap.of(evaluation)
                .orElseThrow(
                        () -> new IllegalArgumentException("intervals(" + String.join(", ", evaluation.intervalsOf())
                                + ") needs bootstrap(replicates, seed) on the same evaluation"));
        RequestedIntervals requested = new RequestedIntervals(standard, evaluation);
        requested.names.forEach(requested::check);
        requested.record(draws);
        return new StandardMetrics(requested.metrics, requested.undefined, standard.figures());
    }

    private void check(String name) {
        boolean bound = name.endsWith(".lower") || name.endsWith(".upper");
        if (bound || !(metrics.containsKey(name) || undefined.containsKey(name))) {
            Set<String> known = new TreeSet<>(metrics.keySet());
            known.removeIf(each -> each.endsWith(".lower") || each.endsWith(".upper"));
            throw new IllegalArgumentException(
                    "intervals(\"" + name + "\"): this evaluation has no such metric; it has " + known);
        }
    }

    private void record(PairedBootstrap draws) {
        double[] estimates = withDifferences(picked(metrics), champion);
        double[][] values = draws.replicates(2 * names.size(), counts -> {
            int[] rows = rows(counts);
            return withDifferences(values(evaluation.ofRows(rows)), champion.map(other -> other.ofRows(rows)));
        });
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            interval(name, estimates[k], values[k]);
            boolean comparable = champion.isPresent() && !name.startsWith("champion.") && !name.endsWith(".difference");
            if (comparable) {
                double difference = estimates[names.size() + k];
                if (!Double.isNaN(difference)) {
                    metrics.putIfAbsent(name + ".difference", difference);
                }
                interval(name + ".difference", difference, values[names.size() + k]);
            }
        }
    }

    /** The metrics, then their differences to the champion's. */
    private double[] withDifferences(double[] own, Optional<Evaluation> other) {
        double[] both = Arrays.copyOf(own, 2 * own.length);
        Arrays.fill(both, own.length, both.length, Double.NaN);
        other.map(this::values).ifPresent(others -> {
            for (int k = 0; k < own.length; k++) {
                both[own.length + k] = own[k] - others[k];
            }
        });
        return both;
    }

    private double[] values(Evaluation model) {
        return picked(StandardMetrics.of(model, wanted::contains).metrics());
    }

    private double[] picked(Map<String, Double> values) {
        return names.stream()
                .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
                .toArray();
    }

    private void interval(String name, double estimate, double[] values) {
        if (metrics.containsKey(name + ".lower")) {
            return;
        }
        try {
            Check.defined(!Double.isNaN(estimate), "the metric itself does not exist for these rows");
            Interval interval = Interval.of(estimate, values);
            metrics.put(name + ".lower", interval.lower());
            metrics.put(name + ".upper", interval.upper());
        } catch (UndefinedMetricException e) {
            undefined.put(name + ".lower", e.getMessage());
            undefined.put(name + ".upper", e.getMessage());
        }
    }

    /** Row i as often as it was drawn. */
    private static int[] rows(int[] counts) {
        return IntStream.range(0, counts.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(counts[row]))
                .toArray();
    }
}
