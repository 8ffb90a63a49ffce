package io.modeltracking.sample;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * A trained booster in use: claims per year for any policy.
 *
 * @param frequency that the training started at, claims per year
 */
public record Tariff(Booster booster, Features features, double frequency) {

    /** Claims per year of each row. */
    public double[] rates(Table rows) throws XGBoostError {
        DMatrix matrix = features.oneYear(rows, frequency);
        try {
            float[][] predicted = booster.predict(matrix);
            double[] rates = new double[predicted.length];
            for (int row = 0; row < rates.length; row++) {
                rates[row] = predicted[row][0];
            }
            return rates;
        } finally {
            matrix.dispose();
        }
    }
}
