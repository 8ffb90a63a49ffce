package io.modeltracking.run;

/** How a run ended, or that it has not. */
public enum Status {
    /** Started, and its JVM still lives. */
    RUNNING,
    /** Ended without a failure. */
    FINISHED,
    /** A requirement or an assertion failed. */
    FAILED,
    /** An exception other than an assertion, a timeout included. */
    BROKEN,
    /** An assumption did not hold, or the requirements rejected a trial. */
    ABORTED,
    /** Disabled: never started. */
    SKIPPED,
    /** Stopped early by a pruner. */
    PRUNED,
    /** Its thread was interrupted, or its JVM ended before it did. */
    INTERRUPTED;

    /** Whether the run ended as its author hoped. */
    public boolean successful() {
        return this == FINISHED;
    }
}
