package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.chart.Chart;
import io.modeltracking.chart.DataTable;
import io.modeltracking.chart.Kind;
import io.modeltracking.evaluation.Figure;
import io.modeltracking.evaluation.StandardMetrics;
import io.modeltracking.run.Names;
import io.modeltracking.validation.MetricDirection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Logs the standard metrics and charts of an evaluation under its data set's name. */
final class EvaluationLog {

    private final RunLog log;
    private final ChartLog charts;
    private final PredictionLog predictions;
    private final Predicate<String> training;
    private final TrainMeans means = new TrainMeans();

    EvaluationLog(RunLog log, ChartLog charts) {
        this(log, charts, dataSet -> false);
    }

    /** @param training whether a data set is one that models learn from; that named {@code train} always is */
    EvaluationLog(RunLog log, ChartLog charts, Predicate<String> training) {
        this.log = log;
        this.charts = charts;
        this.predictions = new PredictionLog(log, charts.artifacts(), DatasetLog.secret());
        this.training = training;
    }

    PredictionLog predictions() {
        return predictions;
    }

    /** What this run evaluates, the model of another has predicted: a study's hold-out data, its winner. */
    void follow(EvaluationLog winner) {
        means.adopt(winner.means);
    }

    ChartLog charts() {
        return charts;
    }

    void log(String dataSet, Evaluation evaluation) {
        Names.check("data set", dataSet);
        log.requireOpen("Evaluation of \"" + dataSet + "\"");
        boolean learned = dataSet.equals("train") || training.test(dataSet);
        Evaluation complete = means.complete(dataSet, evaluation, learned);
        StandardMetrics standard = StandardMetrics.of(complete);
        metrics(dataSet, standard);
        for (Figure figure : standard.figures()) {
            charts.log(dataSet + "/" + figure.name(), chart(figure));
        }
        if (!learned) {
            predictions.log(dataSet, evaluation);
        }
        means.released().forEach((other, waited) -> metrics(other, StandardMetrics.againstTrainMean(waited)));
    }

    private void metrics(String dataSet, StandardMetrics standard) {
        standard.metrics().forEach((metric, value) -> metric(dataSet + "." + metric, value));
        standard.undefined().forEach((metric, reason) -> {
            // Recorded as NaN, which no rule accepts.
            metric(dataSet + "." + metric, Double.NaN);
            log.warning("metric-undefined", dataSet + "." + metric + " is undefined: " + reason);
        });
    }

    /**
     * Logs several evaluations of one data set, each of another model: with more than one, the mean of each metric that all of
     * them define, and no charts.
     */
    void log(String dataSet, List<Evaluation> evaluations) {
        if (evaluations.size() == 1) {
            log(dataSet, evaluations.get(0));
            return;
        }
        Names.check("data set", dataSet);
        List<StandardMetrics> each =
                evaluations.stream().map(StandardMetrics::of).toList();
        Set<String> names = new LinkedHashSet<>(each.get(0).metrics().keySet());
        each.forEach(standard -> names.retainAll(standard.metrics().keySet()));
        for (String name : names) {
            double sum = 0;
            for (StandardMetrics standard : each) {
                sum += standard.metrics().get(name);
            }
            metric(dataSet + "." + name, sum / each.size());
        }
        log.warning(
                "holdout-mean",
                dataSet + ": the figures are means over the " + each.size()
                        + " models of the repeats or folds, not those of one model");
    }

    private static Chart chart(Figure figure) {
        return new Chart(
                figure.name(),
                Kind.valueOf(figure.kind().name()),
                figure.title(),
                figure.hint(),
                figure.xTitle(),
                figure.yTitle(),
                DataTable.of(figure.table().columns(), figure.table().units()));
    }

    private void metric(String name, double value) {
        log.metric(name, value, null, MetricDirection.of(name).map(Enum::name).orElse(null));
    }
}
