package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.evaluation.StandardMetrics;
import io.modeltracking.run.Names;
import io.modeltracking.validation.MetricDirection;

/** Logs the standard metrics of an evaluation under its data set's name. */
final class EvaluationLog {

    private final RunLog log;
    private final ArtifactLog artifacts;

    EvaluationLog(RunLog log, ArtifactLog artifacts) {
        this.log = log;
        this.artifacts = artifacts;
    }

    void log(String dataSet, Evaluation evaluation) {
        Names.check("data set", dataSet);
        log.requireOpen("Evaluation of \"" + dataSet + "\"");
        StandardMetrics standard = StandardMetrics.of(evaluation);
        standard.metrics().forEach((metric, value) -> metric(dataSet + "." + metric, value));
        standard.undefined().forEach((metric, reason) -> {
            // Recorded as NaN, which no rule accepts.
            metric(dataSet + "." + metric, Double.NaN);
            log.warning("metric-undefined", dataSet + "." + metric + " is undefined: " + reason);
        });
    }

    private void metric(String name, double value) {
        log.metric(name, value, null, MetricDirection.of(name).map(Enum::name).orElse(null));
    }
}
