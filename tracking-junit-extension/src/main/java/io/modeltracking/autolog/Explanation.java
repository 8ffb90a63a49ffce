package io.modeltracking.autolog;

import java.util.List;

/**
 * Contributions of each feature to the predictions of some rows, by TreeSHAP (Lundberg, Erion and Lee, arXiv 1802.03888) as
 * XGBoost's {@code predictContrib} gives them: for each row {@code base + Σ contributions} is the model's margin without the
 * matrix's base margin, so that an exposure offset is no part of what is explained.
 *
 * @param features in the order of the columns
 * @param rows numbers of the rows in their matrix, ascending, from 0
 * @param values value of each row and feature; NaN where it is missing
 * @param contributions of each row and feature, on the scale of the margin
 * @param base what the model gives on average over its training data
 * @param scale of the margin: {@code log}, {@code log-odds}, or empty for the target itself
 */
public record Explanation(
        List<AutologSink.Feature> features,
        int[] rows,
        double[][] values,
        double[][] contributions,
        double base,
        String scale) {

    /** {@code base + Σ contributions} of a row: what is predicted, on the scale of the margin, without the offset. */
    public double margin(int row) {
        double sum = base;
        for (double contribution : contributions[row]) {
            sum += contribution;
        }
        return sum;
    }

    /** What contributions are, with their scale. */
    public String axis() {
        return "SHAP value" + (scale.isEmpty() ? "" : " (" + scale + " scale)");
    }
}
