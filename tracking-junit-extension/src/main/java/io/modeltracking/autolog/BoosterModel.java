package io.modeltracking.autolog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A booster as its saved model tells it.
 *
 * <p>XGBoost4J has no access to the native configuration (there is no {@code XGBoosterSaveJsonConfig} in its JNI), so
 * that what the model holds is all that can be known of effective params.
 *
 * @param document the model, trees' arrays only where they are needed for importances
 */
record BoosterModel(Map<String, Object> document) {

    private static final Set<String> WANTED =
            Set.of("version", "left_children", "split_indices", "loss_changes", "sum_hessian", "weights");

    static BoosterModel read(byte[] ubjson) {
        return new BoosterModel(UbjsonReader.read(ubjson, WANTED));
    }

    /** XGBoost's version, {@code 3.0.4}; null when the model does not tell. */
    String version() {
        Object version = document.get("version");
        if (version instanceof double[] parts) {
            return Arrays.stream(parts)
                    .mapToObj(part -> Long.toString((long) part))
                    .collect(Collectors.joining("."));
        }
        return version instanceof List<?> parts
                ? parts.stream().map(String::valueOf).collect(Collectors.joining("."))
                : null;
    }

    Map<String, Object> learner() {
        return map(document.get("learner"));
    }

    Map<String, String> learnerParams() {
        return texts(learner().get("learner_model_param"));
    }

    /** The number of columns that the model was trained on. */
    long columns() {
        return Long.parseLong(learnerParams().getOrDefault("num_feature", "0"));
    }

    Map<String, String> attributes() {
        return texts(learner().get("attributes"));
    }

    String objective() {
        return (String) map(learner().get("objective")).get("name");
    }

    /** The objective's own params, {@code tweedie_variance_power} and the like. */
    Map<String, String> objectiveParams() {
        Map<String, String> params = new LinkedHashMap<>();
        map(learner().get("objective")).forEach((name, value) -> {
            if (value instanceof Map) {
                params.putAll(texts(value));
            }
        });
        return params;
    }

    /** {@code gbtree}, {@code dart} or {@code gblinear}. */
    String booster() {
        return (String) map(learner().get("gradient_booster")).get("name");
    }

    /** The trees or weights; those of a dart lie one level deeper. */
    Map<String, Object> ensemble() {
        Map<String, Object> booster = map(learner().get("gradient_booster"));
        return map((booster.containsKey("gbtree") ? map(booster.get("gbtree")) : booster).get("model"));
    }

    List<AutologSink.Feature> features() {
        List<?> names = list(learner().get("feature_names"));
        List<?> types = list(learner().get("feature_types"));
        List<AutologSink.Feature> features = new ArrayList<>();
        for (int i = 0; i < columns(); i++) {
            features.add(new AutologSink.Feature(
                    i < names.size() ? (String) names.get(i) : "f" + i,
                    i < types.size() ? (String) types.get(i) : null));
        }
        return features;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    static Map<String, String> texts(Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(value).forEach((name, text) -> texts.put(name, String.valueOf(text)));
        return texts;
    }
}
