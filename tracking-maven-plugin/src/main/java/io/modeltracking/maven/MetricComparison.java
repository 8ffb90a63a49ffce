package io.modeltracking.maven;

import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A metric's last values side by side.
 *
 * @param values one a run, null where it has none
 * @param direction null when nothing says which way is better
 */
record MetricComparison(String name, List<Double> values, MetricDirection direction, Data data) {

    /** Whether the values are of the same data, as far as that is recorded. */
    enum Data {
        SAME,
        OTHER,
        UNKNOWN
    }

    static MetricComparison of(String name, List<ComparedRun> runs) {
        List<Double> values = new ArrayList<>();
        runs.forEach(run -> values.add(run.run().metric(name).orElse(null)));
        Set<Optional<String>> hashes =
                runs.stream().map(run -> run.dataOf(name)).collect(Collectors.toSet());
        Data data =
                hashes.contains(Optional.<String>empty()) ? Data.UNKNOWN : hashes.size() == 1 ? Data.SAME : Data.OTHER;
        return new MetricComparison(
                name,
                values,
                direction(name, runs.stream().map(ComparedRun::run).toList()),
                data);
    }

    /** As declared, where the runs agree; where none declares any, as the name tells. */
    private static MetricDirection direction(String name, List<RunRecord> runs) {
        Set<String> declared = runs.stream()
                .flatMap(run -> run.metrics().stream())
                .filter(metric -> metric.name().equals(name))
                .map(Metric::direction)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (declared.isEmpty()) {
            return MetricDirection.of(name).orElse(null);
        }
        // What a journal says is taken only where it is a direction.
        return declared.size() > 1
                ? null
                : List.of(MetricDirection.values()).stream()
                        .filter(known -> declared.contains(known.name()))
                        .findFirst()
                        .orElse(null);
    }

    boolean differs() {
        return values.stream().distinct().count() > 1;
    }

    /** The value of a run minus that of the first, in decimals; null where either is missing or no finite number. */
    BigDecimal difference(int run) {
        Double from = values.get(0);
        Double to = values.get(run);
        return from == null || to == null || !Double.isFinite(from) || !Double.isFinite(to)
                ? null
                : new BigDecimal(Reals.text(to)).subtract(new BigDecimal(Reals.text(from)));
    }

    /** Which run is better than all others; empty without a direction, on other data, where a value is missing, or at a draw. */
    Optional<Integer> better() {
        if (direction == null
                || data == Data.OTHER
                || values.stream().anyMatch(value -> value == null || value.isNaN())) {
            return Optional.empty();
        }
        double best = values.stream()
                .mapToDouble(Double::doubleValue)
                .reduce((a, b) -> direction == MetricDirection.MINIMIZE ? Math.min(a, b) : Math.max(a, b))
                .orElseThrow();
        List<Integer> those = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == best) {
                those.add(i);
            }
        }
        return those.size() == 1 ? Optional.of(those.get(0)) : Optional.empty();
    }
}
