package io.modeltracking.autolog;

import java.util.function.Consumer;

/** Turns autologging on, and binds it to runs. */
public final class Autolog {

    /** System property that turns autologging off for the JVM when it is {@code off}. */
    public static final String PROPERTY = "tracking.autolog";

    private Autolog() {}

    /** How autologging came into this JVM. */
    public enum Mode {
        /** By {@code -javaagent}. */
        AGENT,
        /** This JVM attached the agent to itself. */
        ATTACHED,
        /** Not at all. */
        OFF
    }

    /**
     * Whether this JVM autologs.
     *
     * @param reason why not; null unless {@link Mode#OFF}
     */
    public record State(Mode mode, String reason) {

        /** Whether trainings and reads are logged. */
        public boolean on() {
            return mode != Mode.OFF;
        }
    }

    /** Turns autologging on, where the JVM allows it, on the first call; tells the same state from then on. */
    public static State ensureInstalled() {
        return Installation.ensure();
    }

    /**
     * Gives the calls of this thread, and of the threads that it starts from now on, to a run.
     *
     * <p>A call on a thread belongs to the innermost bound run that is open; where there is none, to the only open run of
     * the JVM when there is exactly one; else to none. Fork-join workers do not inherit: who starts one says nothing of whom
     * it works for.
     *
     * @param sink closed no earlier than the binding
     */
    public static Binding bind(AutologSink sink) {
        return Bindings.push(Session.of(sink));
    }

    /** Leaves the calls of this thread, and of the threads that it starts from now on, unlogged and uncounted. */
    public static Binding mute() {
        return Bindings.push(Session.MUTED);
    }

    /** How many trainings of this JVM belonged to no run. */
    public static long untrackedTrainings() {
        return Untracked.count();
    }

    /**
     * Tells the listener, on the thread that trains, of each training that belongs to no run; what it throws is dropped.
     *
     * @return stops that
     */
    public static Binding onUntracked(Consumer<UntrackedTraining> listener) {
        return Untracked.listen(listener);
    }

    /** Whether a training that belongs to no run throws an {@link UntrackedTrainingException} instead of training. */
    public static void refuseUntracked(boolean refused) {
        Untracked.refuse(refused);
    }
}
