package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A figure of the champion beside that of the challenger.
 *
 * @param lower of the 95 % interval of the difference, or null
 * @param upper of the same
 * @param direction null where nothing says which way is better
 * @param data whether both figures are of the same rows
 * @param rules of the gates that read it
 */
record ChallengeMetric(
        String name,
        double champion,
        double challenger,
        Double lower,
        Double upper,
        MetricDirection direction,
        Data data,
        List<String> rules) {

    /** Whether two figures are of the same rows; UNKNOWN where a run recorded no data set of that name. */
    enum Data {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    private static final double CLOSE = 1e-9;
    private static final Set<String> PARTS = Set.of("lower", "upper", "difference");

    static List<ChallengeMetric> of(RunRecord champion, RunRecord challenger, List<GateLine> gates) {
        Set<String> names = new LinkedHashSet<>();
        gates.stream()
                .filter(gate -> challenger.id().equals(gate.runId()) && gate.metric() != null)
                .forEach(gate -> names.add(gate.metric()));
        MetricSeries.of(challenger).stream()
                .filter(series -> series.values().size() == 1 && series.direction() != null)
                .map(MetricSeries::name)
                .filter(name -> !PARTS.contains(name.substring(name.lastIndexOf('.') + 1)))
                .sorted(Comparator.comparing(name -> seen(challenger, set(name))))
                .forEach(names::add);
        List<ChallengeMetric> metrics = new ArrayList<>();
        for (String name : names) {
            Optional<Double> one = value(champion, name);
            Optional<Double> other = value(challenger, name);
            if (one.isPresent() && other.isPresent()) {
                metrics.add(of(name, one.get(), other.get(), champion, challenger, gates));
            }
        }
        return metrics;
    }

    private static ChallengeMetric of(
            String name, double one, double other, RunRecord champion, RunRecord challenger, List<GateLine> gates) {
        boolean ofThisPair = value(challenger, name + ".difference")
                .filter(logged -> Math.abs(logged - (other - one)) <= CLOSE * Math.max(1, Math.abs(other)))
                .isPresent();
        return new ChallengeMetric(
                name,
                one,
                other,
                ofThisPair ? value(challenger, name + ".difference.lower").orElse(null) : null,
                ofThisPair ? value(challenger, name + ".difference.upper").orElse(null) : null,
                MetricDirection.of(
                                challenger.metrics(), MetricSelector.parse(name).name())
                        .orElse(null),
                data(name, champion, challenger),
                gates.stream()
                        .filter(gate ->
                                name.equals(gate.metric()) && challenger.id().equals(gate.runId()))
                        .map(GateLine::rule)
                        .toList());
    }

    private static Optional<Double> value(RunRecord run, String selector) {
        try {
            return run.metric(selector).filter(Double::isFinite);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String set(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    /** How much the training has seen of a data set: 0 for nothing, 1 for what it was selected by, 3 for all; 2 where nothing says it. */
    private static int seen(RunRecord run, String set) {
        String role = run.datasets().stream()
                .filter(dataset -> dataset.name().equals(set) && dataset.role() != null)
                .map(DatasetRecord::role)
                .reduce("", (first, last) -> last);
        return switch (role) {
            case "HOLDOUT" -> 0;
            case "VALIDATION" -> 1;
            case "TRAIN" -> 3;
            default -> 2;
        };
    }

    private static Data data(String name, RunRecord champion, RunRecord challenger) {
        String set = set(name);
        Optional<String> one = hash(champion, set);
        Optional<String> other = hash(challenger, set);
        if (one.isEmpty() || other.isEmpty()) {
            return Data.UNKNOWN;
        }
        return one.equals(other) ? Data.SAME : Data.DIFFERENT;
    }

    private static Optional<String> hash(RunRecord run, String set) {
        return run.datasets().stream()
                .filter(dataset -> dataset.name().equals(set) && dataset.hash() != null)
                .map(DatasetRecord::hash)
                .reduce((first, last) -> last);
    }

    double difference() {
        return challenger - champion;
    }

    /** {@code better} or {@code worse}; null where that cannot be said: other rows, no direction, no difference. */
    String sense() {
        if (data != Data.SAME || direction == null || difference() == 0) {
            return null;
        }
        return difference() < 0 == (direction == MetricDirection.MINIMIZE) ? "better" : "worse";
    }

    /** {@code −0.0050 better}, {@code +0.0016 (≠ NOT COMPARABLE)}. */
    String shown() {
        String text = signed(difference());
        if (data == Data.DIFFERENT) {
            return text + " (" + GateSign.NOT_COMPARABLE + ")";
        }
        return sense() == null ? text : text + " " + sense();
    }

    /** {@code [−0.0063, −0.0037]}; null without an interval. */
    String interval() {
        return lower == null || upper == null ? null : "[" + signed(lower) + ", " + signed(upper) + "]";
    }

    private static String signed(double value) {
        String size = Figures.text(Math.abs(value));
        return value > 0 ? "+" + size : value < 0 ? "−" + size : "±" + size;
    }
}
