package io.modeltracking.autolog;

import net.bytebuddy.asm.Advice;

/** Woven into {@code Booster.evalSet} with XGBoost's own metrics. */
final class EvaluationAdvice {

    private EvaluationAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.This Object booster,
            @Advice.Argument(1) String[] watches,
            @Advice.Argument(2) int round,
            @Advice.Return String line,
            @Advice.Thrown(readOnly = false) Throwable thrown) {
        if (thrown == null) {
            thrown = AutologHooks.evaluated(booster, watches, round, line);
        }
    }
}
