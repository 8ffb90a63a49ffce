package io.modeltracking.autolog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Seeded matrices and params for trainings that take milliseconds. */
final class Matrices {

    private Matrices() {}

    /** Columns uniform in [0, 1); the label is a count that grows with the first two. */
    static DMatrix counts(int rows, int columns, long seed) throws XGBoostError {
        SplittableRandom random = new SplittableRandom(seed);
        float[] data = new float[rows * columns];
        float[] label = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                data[row * columns + column] = (float) random.nextDouble();
            }
            double mean = 0.5 + 2 * data[row * columns] * (1 + data[row * columns + 1]);
            label[row] = (float) Math.floor(mean + random.nextDouble());
        }
        DMatrix matrix = new DMatrix(data, rows, columns, Float.NaN);
        matrix.setLabel(label);
        return matrix;
    }

    static Map<String, Object> params(Object... pairs) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("objective", "reg:squarederror");
        params.put("verbose_eval", 0);
        params.put("nthread", 1);
        for (int i = 0; i < pairs.length; i += 2) {
            params.put((String) pairs[i], pairs[i + 1]);
        }
        return params;
    }

    static Map<String, DMatrix> watches(Object... pairs) {
        Map<String, DMatrix> watches = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            watches.put((String) pairs[i], (DMatrix) pairs[i + 1]);
        }
        return watches;
    }
}
