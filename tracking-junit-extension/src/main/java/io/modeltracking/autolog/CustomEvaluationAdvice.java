package io.modeltracking.autolog;

import net.bytebuddy.asm.Advice;

/** Woven into {@code Booster.evalSet} with the user's own metric, whose values it leaves in an array. */
final class CustomEvaluationAdvice {

    private CustomEvaluationAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.This Object booster,
            @Advice.Argument(1) String[] watches,
            @Advice.Argument(3) float[] values,
            @Advice.Return String line,
            @Advice.Thrown(readOnly = false) Throwable thrown) {
        if (thrown == null) {
            thrown = AutologHooks.evaluated(booster, watches, values, line);
        }
    }
}
