package io.modeltracking.experiment;

/** A study that several jobs share cannot go on: what is missing, and the way out. */
final class SharedStudyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SharedStudyException(String message, Throwable cause) {
        super(message, cause);
    }
}
