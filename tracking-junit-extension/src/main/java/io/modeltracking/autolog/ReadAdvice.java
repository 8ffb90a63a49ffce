package io.modeltracking.autolog;

import net.bytebuddy.asm.Advice;

/** Woven into the methods of Tablesaw that read a table. */
final class ReadAdvice {

    private ReadAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Origin("#m") String method, @Advice.AllArguments Object[] arguments) {
        return AutologHooks.readStarts(method, arguments);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter Object read, @Advice.Return Object table) {
        AutologHooks.readEnds(read, table);
    }
}
