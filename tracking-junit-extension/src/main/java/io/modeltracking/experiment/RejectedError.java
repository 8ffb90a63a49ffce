package io.modeltracking.experiment;

import org.opentest4j.AssertionFailedError;

/** A run that its requirements reject. */
final class RejectedError extends AssertionFailedError {

    private static final long serialVersionUID = 1L;

    RejectedError(String message) {
        super(message);
    }
}
