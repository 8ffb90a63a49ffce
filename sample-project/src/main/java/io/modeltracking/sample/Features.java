package io.modeltracking.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The nine rating factors as XGBoost takes them: numbers, the logarithm of the density, and alphabetical codes of texts. */
public final class Features {

    /** Of the portfolio, in the order of the matrix. */
    static final String[] COLUMNS = {
        "VehPower", "VehAge", "DrivAge", "BonusMalus", "Density", "Area", "VehBrand", "VehGas", "Region"
    };

    /** Of the features, as the model keeps them. */
    private static final String[] NAMES = {
        "VehPower", "VehAge", "DrivAge", "BonusMalus", "LnDensity", "Area", "VehBrand", "VehGas", "Region"
    };

    private final Map<String, List<String>> levels = new TreeMap<>();

    /** @param portfolio all rows, so that every level gets its code */
    public Features(Table portfolio) {
        for (String factor : List.of("Area", "VehBrand", "VehGas", "Region")) {
            levels.put(
                    factor,
                    List.copyOf(new TreeSet<>(portfolio.stringColumn(factor).asSet())));
        }
    }

    /**
     * Rows to learn from. The label is the number of claims; the margin, ln(exposure · frequency), makes boosting start at
     * the portfolio's mean.
     *
     * @param frequency of the rows to learn from, claims per year
     */
    public DMatrix training(Table rows, double frequency) throws XGBoostError {
        return counts(rows, "ClaimNb", frequency);
    }

    /** As {@link #training}, of the claims that a column counts. */
    DMatrix counts(Table rows, String column, double frequency) throws XGBoostError {
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
    DMatrix money(Table rows, double[] amount, double[] weight, double level) throws XGBoostError {
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
    public DMatrix oneYear(Table rows, double level) throws XGBoostError {
        float[] margin = new float[rows.rowCount()];
        Arrays.fill(margin, (float) Math.log(level));
        DMatrix matrix = matrix(rows);
        matrix.setBaseMargin(margin);
        return matrix;
    }

    private DMatrix matrix(Table rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(values(rows), rows.rowCount(), COLUMNS.length, Float.NaN);
        matrix.setFeatureNames(NAMES);
        return matrix;
    }

    /** Row by row. */
    float[] values(Table rows) {
        float[] values = new float[rows.rowCount() * COLUMNS.length];
        for (int column = 0; column < COLUMNS.length; column++) {
            IntToDoubleFunction factor = factor(rows, COLUMNS[column]);
            for (int row = 0; row < rows.rowCount(); row++) {
                values[row * COLUMNS.length + column] = (float) factor.applyAsDouble(row);
            }
        }
        return values;
    }

    private IntToDoubleFunction factor(Table rows, String name) {
        if (levels.containsKey(name)) {
            StringColumn texts = rows.stringColumn(name);
            return row -> code(name, texts.get(row));
        }
        IntColumn numbers = rows.intColumn(name);
        return name.equals("Density") ? row -> Math.log(numbers.getInt(row)) : numbers::getInt;
    }

    private int code(String factor, String level) {
        int code = levels.get(factor).indexOf(level);
        if (code < 0) {
            throw new IllegalArgumentException(
                    factor + " \"" + level + "\" is none of " + levels.get(factor) + ": the model was not made for it");
        }
        return code;
    }
}
