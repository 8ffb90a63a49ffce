package io.modeltracking.experiment;

import io.modeltracking.run.RunEvent.Failure;
import io.modeltracking.run.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/**
 * How a test ended, as a run says it.
 *
 * @param reason one line, null when it ended well
 */
record Outcome(Status status, String reason, Failure failure) {

    private static final int MAX_STACK = 64 << 10;
    private static final int MAX_MESSAGE = 8 << 10;

    static Outcome of(Optional<Throwable> thrown) {
        return thrown.map(Outcome::of).orElse(new Outcome(Status.FINISHED, null, null));
    }

    static Outcome of(Throwable thrown) {
        Status status = status(thrown);
        String message = cut(thrown.getMessage(), MAX_MESSAGE);
        String reason = status == Status.ABORTED || status == Status.FAILED ? message : null;
        if (reason == null || reason.isBlank()) {
            String type = thrown.getClass().getSimpleName();
            reason = message == null || message.isBlank() ? type : type + ": " + message;
        }
        Failure failure = new Failure(thrown.getClass().getName(), message, stack(thrown));
        return new Outcome(status, firstLine(reason), failure);
    }

    private static Status status(Throwable thrown) {
        if (thrown instanceof TestAbortedException) {
            return Status.ABORTED;
        }
        if (thrown instanceof AssertionError) {
            return Status.FAILED;
        }
        // JUnit's preemptive timeout interrupts the thread: then the timeout is the cause, not the interruption.
        if (thrown instanceof TimeoutException) {
            return Status.BROKEN;
        }
        return thrown instanceof InterruptedException ? Status.INTERRUPTED : Status.BROKEN;
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return cut(text.toString(), MAX_STACK);
    }

    private static String firstLine(String text) {
        String stripped = text.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end).stripTrailing();
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length) + "… (cut)";
    }
}
