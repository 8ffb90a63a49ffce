package io.modeltracking.shard;

/** What a job asks for does not fit what other jobs have begun. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
