package io.modeltracking.registry;

/** A change of a model that was refused, or a question that names nothing, with the way out in the message. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }
}
