package io.modeltracking.autolog;

/** Thrown in place of a training that would stop early by data that is held out. */
public final class HoldoutSelectionException extends RefusedTrainingException {

    private static final long serialVersionUID = 1L;

    HoldoutSelectionException(String message) {
        super(message);
    }
}
