package io.modeltracking.sample;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * The Gini by which the table of the worked grid was made: rates are predicted claims divided by the exposure, so that equal
 * rates differ in their last digit and stand in an order that means nothing. With few distinct rates that costs a lot: trial 0
 * has 0.248 here, and 0.271 with equal rates pooled. To compare with, not to use.
 */
final class UnpooledGini {

    private UnpooledGini() {}

    /** Of a recorded model on the validation rows. */
    static double of(Path model, FrequencyData data) throws XGBoostError {
        Table rows = data.split().validation();
        Booster booster = XGBoost.loadModel(model.toString());
        DMatrix matrix = data.features().training(rows, data.mean());
        try {
            return of(Portfolio.claims(rows), Portfolio.exposure(rows), booster.predict(matrix));
        } finally {
            matrix.dispose();
            booster.dispose();
        }
    }

    private static double of(double[] claims, double[] exposure, float[][] predicted) {
        int[] ascending = IntStream.range(0, claims.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> predicted[row][0] / exposure[row]))
                .mapToInt(row -> row)
                .toArray();
        double area = 0;
        double cumulated = 0;
        double years = 0;
        for (int row : ascending) {
            area += exposure[row] * (cumulated + claims[row] / 2);
            cumulated += claims[row];
            years += exposure[row];
        }
        return 1 - 2 * area / (years * cumulated);
    }
}
