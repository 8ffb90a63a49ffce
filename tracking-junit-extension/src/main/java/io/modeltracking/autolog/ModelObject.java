package io.modeltracking.autolog;

import java.util.List;
import java.util.Optional;

/**
 * A model that a library holds in memory, as bytes and what they tell of themselves.
 *
 * @param format {@code ubj}
 * @param libraryVersion null when the bytes do not tell it
 */
public record ModelObject(
        byte[] content, String format, List<AutologSink.Feature> features, String library, String libraryVersion) {

    private static final String BOOSTER = "ml.dmlc.xgboost4j.java.Booster";

    /** Names of the types that {@link #of} knows. */
    public static List<String> known() {
        return List.of(BOOSTER);
    }

    /**
     * Reads a model; empty when its type is not known.
     *
     * @throws IllegalArgumentException when it can no longer be read, such as a booster that was disposed
     */
    public static Optional<ModelObject> of(Object model) {
        if (!isBooster(model)) {
            return Optional.empty();
        }
        try {
            byte[] content = XGBoostAccess.model(model);
            BoosterModel described = BoosterModel.read(content);
            return Optional.of(new ModelObject(content, "ubj", described.features(), "xgboost4j", described.version()));
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    "the Booster cannot be saved (" + e.getMessage() + "): log it before it is disposed", e);
        }
    }

    private static boolean isBooster(Object model) {
        for (Class<?> type = model == null ? null : model.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(BOOSTER)) {
                return true;
            }
        }
        return false;
    }
}
