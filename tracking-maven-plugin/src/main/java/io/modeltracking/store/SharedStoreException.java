package io.modeltracking.store;

/** The shared store does not answer, or refuses: what lies here stays, and goes there another time. */
public class SharedStoreException extends StoreException {

    private static final long serialVersionUID = 1;

    public SharedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
