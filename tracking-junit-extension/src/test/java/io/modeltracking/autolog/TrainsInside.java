package io.modeltracking.autolog;

import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IObjective;
import ml.dmlc.xgboost4j.java.XGBoost;

/** Squared error, whose gradient trains another model first, and evaluates one of unknown origin. */
final class TrainsInside implements IObjective {

    private static final long serialVersionUID = 1L;

    @Override
    public List<float[]> getGradient(float[][] predictions, DMatrix matrix) {
        Booster inner = AttributionTests.train(5);
        float[] gradient = new float[predictions.length];
        float[] hessian = new float[predictions.length];
        try {
            Booster loaded = XGBoost.loadModel(inner.toByteArray("ubj"));
            loaded.evalSet(new DMatrix[] {matrix, matrix}, new String[] {"train", "again"}, 0);
            float[] label = matrix.getLabel();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = predictions[i][0] - label[i];
                hessian[i] = 1;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return List.of(gradient, hessian);
    }
}
