package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The standard set of an evaluation. Names come without the data set ({@code gini.exposure}); the convention is part of the
 * name.
 *
 * @param metrics values by name, in order; never NaN
 * @param undefined reasons by name, for metrics that do not exist for these rows; a gate on one fails with the reason
 * @param figures charts as data
 */
public record StandardMetrics(Map<String, Double> metrics, Map<String, String> undefined, List<Figure> figures) {

    public StandardMetrics {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        undefined = Collections.unmodifiableMap(new LinkedHashMap<>(undefined));
        figures = List.copyOf(figures);
    }

    public static StandardMetrics of(Evaluation evaluation) {
        StandardMetrics standard = of(evaluation, name -> true);
        return evaluation.intervalsOf().isEmpty() ? standard : RequestedIntervals.added(standard, evaluation);
    }

    /** Only what needs the mean of the training data: the mean model's losses, and D² against it. */
    public static StandardMetrics againstTrainMean(Evaluation evaluation) {
        return of(evaluation, name -> name.startsWith("mean_model.") || name.contains(".train_mean"));
    }

    /** The weighted mean of what was observed, per unit of weight. */
    public static double observedMean(Evaluation evaluation) {
        return Sum.of(evaluation.actual()) / Sum.of(evaluation.weight());
    }

    /** @param wanted names, without the cap, of what is computed */
    static StandardMetrics of(Evaluation evaluation, Predicate<String> wanted) {
        Rows rows = new Rows(evaluation);
        Recorder recorder = new Recorder(evaluation, wanted);
        switch (evaluation.kind()) {
            case FREQUENCY -> FrequencySet.record(rows, recorder);
            case SEVERITY -> MoneySet.severity(rows, recorder);
            case PURE_PREMIUM -> MoneySet.purePremium(rows, recorder);
            case REGRESSION -> RegressionSet.record(rows, recorder);
            case BINARY -> BinarySet.record(rows, recorder);
        }
        return recorder.result();
    }

    /** The figures' data, to be kept as CSV and JSON. */
    public List<Table> tables() {
        return figures.stream().map(Figure::table).toList();
    }
}
