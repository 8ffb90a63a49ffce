package io.modeltracking.autolog;

import java.util.List;

/**
 * A trained model and some rows to explain it by, off the native heap: it may be kept until it is known whether anybody wants
 * the explanation.
 */
public final class Explainable {

    /** How far a sum of 32-bit contributions may be from the margin, relative to the sum of their sizes. */
    private static final double TOLERANCE = 1e-4;

    private final byte[] model;
    private final List<AutologSink.Feature> features;
    private final String scale;
    private final MatrixSample sample;

    private Explainable(byte[] model, List<AutologSink.Feature> features, String scale, MatrixSample sample) {
        this.model = model;
        this.features = features;
        this.scale = scale;
        this.sample = sample;
    }

    static Explainable of(byte[] content, BoosterModel model, Object matrix, int seed, int... chosen) throws Exception {
        return new Explainable(
                content,
                model.features(),
                scale(model.objective()),
                MatrixSample.draw(matrix, Math.toIntExact(model.columns()), seed, chosen));
    }

    /** Of the margin, by the objective's link. */
    private static String scale(String objective) {
        return switch (objective) {
            case "count:poisson", "reg:gamma", "reg:tweedie", "survival:cox" -> "log";
            case "binary:logistic", "reg:logistic", "binary:logitraw" -> "log-odds";
            default -> "";
        };
    }

    /**
     * Explains the model by the rows.
     *
     * @throws IllegalStateException when the model has several outputs, or its contributions do not sum to the margin
     */
    public Explanation explain() throws Exception {
        int columns = features.size();
        XGBoostAccess.Contributions found = XGBoostAccess.contributions(model, sample, features);
        double[][] contributions = new double[sample.rows().length][columns];
        double base = 0;
        for (int row = 0; row < contributions.length; row++) {
            float[] all = found.contributions()[row];
            if (all.length != columns + 1) {
                throw new IllegalStateException("the model has " + all.length / (columns + 1)
                        + " outputs a row, and contributions are explained for one");
            }
            double sum = all[columns];
            double size = Math.abs(sum);
            for (int column = 0; column < columns; column++) {
                contributions[row][column] = all[column];
                sum += all[column];
                size += Math.abs(all[column]);
            }
            double margin = found.margins()[row][0];
            if (!(Math.abs(sum - margin) <= TOLERANCE * Math.max(1, size))) {
                throw new IllegalStateException("the contributions of row " + sample.rows()[row] + " sum to " + sum
                        + ", but its margin is " + margin);
            }
            base += (all[columns] - sample.baseMargin(row)) / contributions.length;
        }
        return new Explanation(features, sample.rows(), sample.matrix(columns), contributions, base, scale);
    }
}
