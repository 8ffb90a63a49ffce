package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Rows rows = new Rows(evaluation);
        Recorder recorder = new Recorder(evaluation);
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
