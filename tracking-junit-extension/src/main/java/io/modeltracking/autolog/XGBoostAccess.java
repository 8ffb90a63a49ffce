package io.modeltracking.autolog;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
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
