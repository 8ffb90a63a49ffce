package io.modeltracking.sample;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * A trained booster in use: what it predicts for any policy, claims or losses per year or the cost of a claim.
 *
 * @param level that the training started at, in the unit of what is predicted
 */
public record Tariff(Booster booster, Design design, double level) implements AutoCloseable {

    /** Prediction of each row. */
    public double[] rates(Table rows) throws XGBoostError {
        DMatrix matrix = design.oneYear(rows, level);
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

    /** The same tariff at another level: all predictions times a factor. */
    public Tariff times(double factor) {
        return new Tariff(booster, design, level * factor);
    }

    /** Frees the booster's native memory. */
    @Override
    public void close() {
        booster.dispose();
    }
}
