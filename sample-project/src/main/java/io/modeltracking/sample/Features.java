package io.modeltracking.sample;

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
public final class Features implements Design {

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

    @Override
    public DMatrix matrix(Table rows) throws XGBoostError {
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
