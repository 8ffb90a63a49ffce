package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.chart.Chart;
import io.modeltracking.chart.Kind;
import io.modeltracking.evaluation.Figure;
import io.modeltracking.evaluation.StandardMetrics;
import io.modeltracking.run.Names;
import io.modeltracking.validation.MetricDirection;

/** Logs the standard metrics and charts of an evaluation under its data set's name. */
final class EvaluationLog {

    private final RunLog log;
    private final ChartLog charts;

    EvaluationLog(RunLog log, ChartLog charts) {
        this.log = log;
        this.charts = charts;
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
        for (Figure figure : standard.figures()) {
            charts.log(dataSet + "/" + figure.name(), chart(figure));
        }
    }

    private static Chart chart(Figure figure) {
        return Chart.of(
                figure.name(),
                Kind.valueOf(figure.kind().name()),
                figure.title(),
                figure.hint(),
                figure.xTitle(),
                figure.yTitle(),
                figure.table().columns());
    }

    private void metric(String name, double value) {
        log.metric(name, value, null, MetricDirection.of(name).map(Enum::name).orElse(null));
    }
}
