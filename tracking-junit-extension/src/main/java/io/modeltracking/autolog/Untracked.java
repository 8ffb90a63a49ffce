package io.modeltracking.autolog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Trainings that belong to no run. */
final class Untracked {

    private static final AtomicLong COUNT = new AtomicLong();
    private static final List<Consumer<UntrackedTraining>> LISTENERS = new CopyOnWriteArrayList<>();
    private static volatile boolean refuse;

    private static final StackWalker STACK = StackWalker.getInstance();

    private Untracked() {}

    static long count() {
        return COUNT.get();
    }

    static Binding listen(Consumer<UntrackedTraining> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    static void refuse(boolean refused) {
        refuse = refused;
    }

    /** @throws UntrackedTrainingException where such trainings are refused */
    static void training() {
        COUNT.incrementAndGet();
        if (LISTENERS.isEmpty() && !refuse) {
            return;
        }
        UntrackedTraining training =
                new UntrackedTraining(Thread.currentThread().getName(), caller());
        if (refuse) {
            throw new UntrackedTrainingException(training);
        }
        LISTENERS.forEach(listener -> listener.accept(training));
    }

    /** The first frame above XGBoost's own. */
    private static String caller() {
        return STACK.walk(frames -> frames.dropWhile(frame -> !isLibrary(frame))
                .dropWhile(Untracked::isLibrary)
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("unknown"));
    }

    private static boolean isLibrary(StackWalker.StackFrame frame) {
        return frame.getClassName().startsWith(Weaver.XGBOOST_PACKAGE);
    }
}
