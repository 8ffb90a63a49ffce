package io.modeltracking.store.objects;

import io.modeltracking.store.StoreException;

/** There is no object of that key. */
public final class MissingObjectException extends StoreException {

    private static final long serialVersionUID = 1;

    MissingObjectException(String key, String store, Throwable cause) {
        super("There is no " + key + " in " + store + ": restore it from a backup", cause);
    }
}
