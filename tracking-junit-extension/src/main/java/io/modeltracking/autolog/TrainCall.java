package io.modeltracking.autolog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arguments of {@code XGBoost.train}, without its types.
 *
 * @param seed the run's, when the user gave none; else null
 */
record TrainCall(
        Object matrix,
        Map<String, Object> params,
        int rounds,
        Map<String, ?> watches,
        Object objective,
        Object evaluation,
        int earlyStoppingRounds,
        Object initial,
        Integer seed) {

    TrainCall(
            Object matrix,
            Map<String, Object> params,
            int rounds,
            Map<String, ?> watches,
            Object objective,
            Object evaluation,
            int earlyStoppingRounds,
            Object initial) {
        this(matrix, params, rounds, watches, objective, evaluation, earlyStoppingRounds, initial, null);
    }

    /** Whether the user leaves the seed open; without params XGBoost refuses the call, as it would without autologging. */
    boolean unseeded() {
        return params != null && !params.containsKey("seed") && !params.containsKey("random_state");
    }

    TrainCall seeded(int derived) {
        return new TrainCall(
                matrix, params, rounds, watches, objective, evaluation, earlyStoppingRounds, initial, derived);
    }

    /** A copy of the user's params, in their order, with the derived seed. */
    Map<String, Object> seededParams() {
        Map<String, Object> copy = new LinkedHashMap<>(params);
        copy.put("seed", seed);
        return copy;
    }

    Map<String, ?> watchesOrNone() {
        return watches == null ? Collections.emptyMap() : watches;
    }
}
