package io.modeltracking.autolog;

import java.util.Map;
import net.bytebuddy.asm.Advice;

/** Woven into {@code XGBoost.train}: the overload that the others call. */
final class TrainAdvice {

    private TrainAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = RefusedTrainingException.class)
    static Object enter(
            @Advice.Argument(0) Object matrix,
            @Advice.Argument(value = 1, readOnly = false) Map<String, Object> params,
            @Advice.Argument(2) int rounds,
            @Advice.Argument(3) Map<String, ?> watches,
            @Advice.Argument(5) Object objective,
            @Advice.Argument(6) Object evaluation,
            @Advice.Argument(7) int earlyStoppingRounds,
            @Advice.Argument(8) Object initial) {
        Object training = AutologHooks.trainingStarts(
                matrix, params, rounds, watches, objective, evaluation, earlyStoppingRounds, initial);
        params = AutologHooks.trainingParams(training, params);
        return training;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.Enter Object training,
            @Advice.Return Object booster,
            @Advice.Thrown(readOnly = false) Throwable thrown) {
        thrown = AutologHooks.trainingEnds(training, booster, thrown);
    }
}
