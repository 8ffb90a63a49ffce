package io.modeltracking.experiment;

import io.modeltracking.autolog.TrainingStopped;
import org.opentest4j.TestAbortedException;

/** A trial that does not count as a failure of its test, though it is no success: rejected, pruned, or failed and recorded. */
final class TrialEnd extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    TrialEnd(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says nothing that the message does not say: thousands of trials may end so. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    static boolean isStop(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TrainingStopped) {
                return true;
            }
        }
        return false;
    }
}
