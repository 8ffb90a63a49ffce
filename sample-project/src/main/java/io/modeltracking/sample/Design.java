package io.modeltracking.sample;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/** How policies become the columns that a booster takes; label, weight and margin are the same for all. */
public sealed interface Design permits Features, GlmDesign {

    /** The rating factors of each row, with neither label nor margin. */
    DMatrix matrix(Table rows) throws XGBoostError;

    /**
     * Rows to learn from. The label is the number of claims; the margin, ln(exposure · frequency), makes boosting start at
     * the portfolio's mean.
     *
     * @param frequency of the rows to learn from, claims per year
     */
    default DMatrix training(Table rows, double frequency) throws XGBoostError {
        return counts(rows, "ClaimNb", frequency);
    }

    /** As {@link #training}, of the claims that a column counts. */
    default DMatrix counts(Table rows, String column, double frequency) throws XGBoostError {
        double[] exposure = Portfolio.exposure(rows);
        float[] margin = new float[exposure.length];
        for (int row = 0; row < exposure.length; row++) {
            margin[row] = (float) Math.log(exposure[row] * frequency);
        }
        DMatrix matrix = matrix(rows);
        matrix.setBaseMargin(margin);
        matrix.setLabel(floats(rows.intColumn(column).asDoubleArray()));
        return matrix;
    }

    /**
     * Money to learn from: the label is the amount per unit of weight, the cost of a claim or the loss of a year.
     *
     * @param level that boosting starts at, in the label's unit
     */
    default DMatrix money(Table rows, double[] amount, double[] weight, double level) throws XGBoostError {
        double[] perUnit = new double[amount.length];
        for (int row = 0; row < perUnit.length; row++) {
            perUnit[row] = amount[row] / weight[row];
        }
        DMatrix matrix = oneYear(rows, level);
        matrix.setLabel(floats(perUnit));
        matrix.setWeight(floats(weight));
        return matrix;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /**
     * Rows to predict: one year of exposure each (of a cost: one claim), so that the prediction is the annual rate. Dividing predicted claims by
     * the exposure instead would make equal rates differ in their last digits, and the Gini with them.
     */
    default DMatrix oneYear(Table rows, double level) throws XGBoostError {
        float[] margin = new float[rows.rowCount()];
        Arrays.fill(margin, (float) Math.log(level));
        DMatrix matrix = matrix(rows);
        matrix.setBaseMargin(margin);
        return matrix;
    }
}
