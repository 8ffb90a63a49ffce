package io.modeltracking.autolog;

/** Thrown in place of a training that is not to take place. */
public abstract sealed class RefusedTrainingException extends RuntimeException
        permits UntrackedTrainingException, HoldoutSelectionException {

    private static final long serialVersionUID = 1L;

    RefusedTrainingException(String message) {
        super(message);
    }
}
