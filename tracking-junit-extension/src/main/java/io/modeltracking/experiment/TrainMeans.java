package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.Evaluation.Kind;
import io.modeltracking.evaluation.StandardMetrics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The means of the training data, by kind of model, which a run's evaluations on other data are measured against. Whichever
 * comes first: an evaluation waits for the mean. Safe for any thread.
 */
final class TrainMeans {

    /** A capped and an uncapped amount have different means. */
    private record Target(Kind kind, OptionalDouble cap) {

        static Target of(Evaluation evaluation) {
            return new Target(evaluation.kind(), evaluation.cap());
        }
    }

    private final Map<Target, Double> means = new HashMap<>();
    private final Map<Target, Map<String, Evaluation>> waiting = new HashMap<>();

    /** The evaluation with the mean of the training data, where that is known and the user gave none. */
    synchronized Evaluation complete(String dataSet, Evaluation evaluation, boolean training) {
        Target target = Target.of(evaluation);
        if (evaluation.trainMean().isPresent()) {
            return evaluation;
        }
        if (training) {
            mean(evaluation).ifPresent(mean -> means.put(target, mean));
        }
        Double mean = means.get(target);
        if (mean == null && !training) {
            waiting.computeIfAbsent(target, key -> new LinkedHashMap<>()).put(dataSet, evaluation);
        }
        return mean == null ? evaluation : evaluation.trainMean(mean);
    }

    /** Takes over what another run has learned from. */
    void adopt(TrainMeans other) {
        Map<Target, Double> known;
        synchronized (other) {
            known = new HashMap<>(other.means);
        }
        synchronized (this) {
            known.forEach(means::putIfAbsent);
        }
    }

    /** The evaluations that waited for a mean which is now known. */
    synchronized Map<String, Evaluation> released() {
        Map<String, Evaluation> released = new LinkedHashMap<>();
        means.forEach((target, mean) -> {
            Map<String, Evaluation> ready = waiting.remove(target);
            if (ready != null) {
                ready.forEach((dataSet, evaluation) -> released.put(dataSet, evaluation.trainMean(mean)));
            }
        });
        return released;
    }

    /** Empty where it is none that a model could predict. */
    private static OptionalDouble mean(Evaluation evaluation) {
        double mean = StandardMetrics.observedMean(evaluation);
        return evaluation.kind() == Kind.REGRESSION || mean > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }
}
