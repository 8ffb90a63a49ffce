package io.modeltracking.registry;

/** A ledger that cannot be read, written or trusted, with the line and the way out in the message. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerException(String message) {
        super(message);
    }
}
