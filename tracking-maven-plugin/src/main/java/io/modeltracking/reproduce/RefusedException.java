package io.modeltracking.reproduce;

/** Why a difference is not explained: its message is for people. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }
}
