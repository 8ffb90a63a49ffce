package io.modeltracking.evaluation;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * The model that predicts the training mean for every row, under the same loss: its gap between two data sets comes from the
 * split alone, and a model's gap means something only beside it.
 */
final class MeanModel {

    private MeanModel() {}

    /** A loss averaged with the rows' weights, as {@code mean_model.<name>}; needs the training mean. */
    static void weighted(Rows rows, Deviance deviance, String name, Recorder recorder) {
        record(rows, name, (rate, total) -> deviance.mean(rows.observed(), rate, rows.weight()), recorder);
    }

    /** A loss averaged over rows, of totals. */
    static void perRow(Rows rows, Deviance deviance, String name, Recorder recorder) {
        record(rows, name, (rate, total) -> deviance.perRow(rows.actual(), total), recorder);
    }

    /** Any loss of rates and totals. */
    static void record(Rows rows, String name, ToDoubleBiFunction<double[], double[]> loss, Recorder recorder) {
        rows.evaluation().trainMean().ifPresent(mean -> {
            double[] rate = new double[rows.actual().length];
            Arrays.fill(rate, mean);
            double[] total = rows.weight().clone();
            for (int i = 0; i < total.length; i++) {
                total[i] *= mean;
            }
            recorder.metric("mean_model." + name, () -> loss.applyAsDouble(rate, total));
        });
    }
}
