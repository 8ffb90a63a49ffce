package io.modeltracking.autolog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The only class that knows XGBoost4J's types; loaded when the user's code has loaded them. */
final class XGBoostAccess {

    private XGBoostAccess() {}

    /**
     * The size of a matrix.
     *
     * @param names null when the matrix has none: its number of columns is then not told by XGBoost4J
     */
    record Size(long rows, long nonMissing, String[] names) {}

    static Size size(Object matrix) throws XGBoostError {
        DMatrix data = (DMatrix) matrix;
        return new Size(data.rowNum(), data.nonMissingNum(), data.getFeatureNames());
    }

    /**
     * Some rows of a matrix.
     *
     * @param nonMissing number of values in them
     * @param baseMargins none, or one a row and output
     */
    record Slice(long nonMissing, float[] baseMargins) {}

    /** Writes some rows of a matrix as XGBoost's binary file. */
    static Slice slice(Object matrix, int[] rows, Path file) throws XGBoostError {
        DMatrix slice = ((DMatrix) matrix).slice(rows);
        try {
            slice.saveBinary(file.toString());
            return new Slice(slice.nonMissingNum(), slice.getBaseMargin());
        } finally {
            slice.dispose();
        }
    }

    /**
     * What {@code predictContrib} gives, the bias last, and the margins.
     *
     * @param contributions a row and output: one a feature, and the bias with the base margin
     */
    record Contributions(float[][] contributions, float[][] margins) {}

    static Contributions contributions(byte[] model, MatrixSample sample, List<AutologSink.Feature> features)
            throws XGBoostError, IOException {
        Booster booster = XGBoost.loadModel(model);
        try {
            DMatrix matrix = new DMatrix(sample.values(), sample.rows().length, features.size(), Float.NaN);
            try {
                if (features.stream().allMatch(feature -> feature.type() != null)) {
                    matrix.setFeatureTypes(
                            features.stream().map(AutologSink.Feature::type).toArray(String[]::new));
                }
                if (sample.baseMargins().length > 0) {
                    matrix.setBaseMargin(sample.baseMargins());
                }
                return new Contributions(booster.predictContrib(matrix, 0), booster.predict(matrix, true));
            } finally {
                matrix.dispose();
            }
        } finally {
            booster.dispose();
        }
    }

    static int rounds(Object booster) throws XGBoostError {
        return ((Booster) booster).getNumBoostedRound();
    }

    static byte[] model(Object booster) throws XGBoostError {
        return ((Booster) booster).toByteArray("ubj");
    }

    static void dispose(Object booster) {
        ((Booster) booster).dispose();
    }
}
