package io.modeltracking.autolog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the trained model says of its params where the user gave none or another value: objective, booster,
 * {@code base_score}, {@code num_class}, {@code num_target}, {@code num_parallel_tree} and the objective's own params.
 */
final class EffectiveParams {

    private EffectiveParams() {}

    /**
     * The params.
     *
     * @param given as the user gave them, or null
     * @return {@link Long}, {@link Double} or {@link String} values
     */
    static Map<String, Object> of(BoosterModel model, Map<String, Object> given) {
        Map<String, Object> effective = new LinkedHashMap<>();
        effective.put("objective", model.objective());
        effective.put("booster", model.booster());
        Map<String, String> learner = model.learnerParams();
        effective.put("base_score", typed(learner.get("base_score")));
        putUnless("0", "num_class", learner, effective);
        putUnless("1", "num_target", learner, effective);
        putUnless("1", "num_parallel_tree", BoosterModel.texts(model.ensemble().get("gbtree_model_param")), effective);
        model.objectiveParams().forEach((name, text) -> effective.put(name, typed(text)));
        effective.values().removeIf(Objects::isNull);
        if (given != null) {
            effective.entrySet().removeIf(entry -> {
                Object own = given.get(entry.getKey());
                return own != null && typed(String.valueOf(own)).equals(entry.getValue());
            });
        }
        return effective;
    }

    private static void putUnless(String usual, String name, Map<String, String> from, Map<String, Object> effective) {
        String text = from.get(name);
        if (text != null && !text.equals(usual)) {
            effective.put(name, typed(text));
        }
    }

    /** Whole numbers are written without a point, others by XGBoost as {@code 5E-1}, from 3.1 on as {@code [5E-1]}. */
    private static Object typed(String text) {
        if (text == null) {
            return null;
        }
        String bare = text.startsWith("[") && text.endsWith("]") && text.indexOf(',') < 0
                ? text.substring(1, text.length() - 1)
                : text;
        try {
            double number = EvaluationLine.number(bare);
            return number == Math.rint(number) && Math.abs(number) < 1L << 53
                    ? (Object) (long) number
                    : (Object) number;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
