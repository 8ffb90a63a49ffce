package io.modeltracking.store;

/** An index that is no database of ours any more. It can be moved aside and rebuilt. */
public final class StoreDamagedException extends StoreException {

    private static final long serialVersionUID = 1L;

    StoreDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
