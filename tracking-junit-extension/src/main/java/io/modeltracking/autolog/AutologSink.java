package io.modeltracking.autolog;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a run offers to autologging. Called from any thread; whatever a method throws is kept from the user's code and
 * told once by {@link #warning}.
 *
 * <p>Params: each as given; {@code rounds}, {@code early_stopping_rounds}, {@code seed}; {@code rows} and {@code columns}
 * of the training matrix, {@code <watch>.rows} and {@code <watch>.columns} of the others (columns only where XGBoost4J
 * tells them: a matrix with feature names or without gaps); {@code custom_objective}, {@code custom_metric},
 * {@code initial_rounds}; {@code effective.nthread} and what else the model shows to be in effect. With early stopping, the
 * metrics {@code xgboost.best_iteration} and {@code xgboost.best_score}.
 *
 * <p>Names of a run's first training are {@code xgboost.<param>}, {@code <watch>.<metric>}, {@code model.ubj} and
 * {@code importance.json}; those of its n-th are {@code xgboost.<n>.<param>}, {@code <watch>.<n>.<metric>},
 * {@code model_<n>.ubj} and {@code importance_<n>.json}. Metrics of a booster that the run evaluates but has not
 * trained begin with {@code evaluated.} All are names that a run accepts.
 */
public interface AutologSink {

    /** Whether the run still takes anything; once false, always false. */
    boolean open();

    /** The run's seed for the stream, in [0, 2³¹). */
    int seed(String stream);

    /**
     * Takes a param.
     *
     * @param value a {@link Number}, {@link Boolean} or {@link String}
     */
    void param(String name, Object value);

    /**
     * Takes a metric's value.
     *
     * @param value any double, NaN and infinities included
     * @param step the boosting round from 0, or null when the value is of the whole model
     */
    void metric(String name, double value, Long step);

    /**
     * Takes a trained model.
     *
     * @param format {@code ubj}
     * @param features empty when the model does not know how many it has
     * @param library {@code xgboost4j}
     * @param libraryVersion as the model's bytes tell it
     */
    void model(
            String name, byte[] content, String format, List<Feature> features, String library, String libraryVersion);

    /** Takes a file. */
    void artifact(String name, byte[] content);

    /**
     * Takes the importances that have just been handed over as {@code <name>.json}, to be drawn.
     *
     * @param byKind {@code gain}, {@code weight} and {@code cover} (trees) or {@code coefficient} (linear boosters), each
     *     feature's figure, the largest first; features that the model does not use are absent
     */
    default void importance(String name, Map<String, Map<String, Double>> byKind) {}

    /** By which the rows are drawn that a training's model is explained by; empty when nobody wants it explained. */
    default OptionalInt explanationSeed() {
        return OptionalInt.empty();
    }

    /** Rows of the matrix that are explained in any case, at least 0; the others are drawn. */
    default int[] explainedRows() {
        return new int[0];
    }

    /**
     * Takes what a training's model can be explained by: up to 1,000 rows of the last watch, else of the training matrix.
     *
     * @param suffix for the names of what comes of it: empty for a run's first training, {@code _2} for the second
     */
    default void explainable(String suffix, Explainable model) {}

    /** Takes the source of a table that was read. */
    void read(DataRead read);

    /** Takes a call of unseeded randomness from the user's code, each place once: {@code Math.random() in com.example.A:7}. */
    default void unseeded(String call) {}

    /** Takes a warning about the run; the code is the same for the same kind of warning. */
    void warning(String code, String message);

    /**
     * Whether to stop the training at this value: {@link TrainingStopped} then comes out of the user's call.
     *
     * @param round from 0
     */
    default boolean shouldStop(String metric, double value, long round) {
        return false;
    }

    /**
     * Why a training must not stop early by that watch, {@link HoldoutSelectionException} then comes out of the user's call; or
     * null when it may.
     */
    default String refuseEarlyStopping(String watch) {
        return null;
    }

    /**
     * A column that a model was trained on.
     *
     * @param name the matrix's, else XGBoost's {@code f0}, {@code f1}…
     * @param type XGBoost's: {@code q}, {@code int}, {@code float}, {@code i} or {@code c}; null when not known
     */
    record Feature(String name, String type) {}
}
