package io.modeltracking.report;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.SearchEvent.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What trials reached on the way: the values that a pruner compared.
 *
 * @param metric its name; null when no trial was watched
 * @param byTrial values by step, by the trial's number
 */
record StudyCurves(String metric, Map<Integer, MetricSeries> byTrial) {

    static StudyCurves of(Study study) {
        Optional<String> metric = watched(study);
        Map<Integer, MetricSeries> byTrial = new LinkedHashMap<>();
        for (StudyTrial trial : study.trials()) {
            if (metric.isPresent() && trial.run() != null) {
                List<Metric> values = trial.run().record().metrics().stream()
                        .filter(value -> value.step() != null && value.name().equals(metric.get()))
                        .toList();
                if (!values.isEmpty()) {
                    byTrial.put(trial.number(), new MetricSeries(metric.get(), values));
                }
            }
        }
        return byTrial.isEmpty() ? new StudyCurves(null, Map.of()) : new StudyCurves(metric.get(), byTrial);
    }

    /** As the trials say it; else, when some were pruned, the objective or the first curve of its data set. */
    private static Optional<String> watched(Study study) {
        Optional<String> said = study.trials().stream()
                .map(StudyTrial::objective)
                .filter(Objects::nonNull)
                .map(Objective::watched)
                .filter(Objects::nonNull)
                .findFirst();
        if (said.isPresent() || !study.counts().containsKey(Outcome.PRUNED)) {
            return said;
        }
        String objective = name(study.objective().metric());
        String dataSet = objective.substring(0, Math.max(0, objective.indexOf('.')) + 1);
        return study.trials().stream()
                .filter(trial -> trial.outcome() == Outcome.PRUNED)
                .flatMap(trial -> trial.run().record().metrics().stream())
                .filter(value -> value.step() != null)
                .map(Metric::name)
                .filter(name -> name.equals(objective) || !dataSet.isEmpty() && name.startsWith(dataSet))
                .findFirst();
    }

    private static String name(String selector) {
        try {
            return MetricSelector.parse(selector).name();
        } catch (IllegalArgumentException e) {
            return selector;
        }
    }
}
