package io.modeltracking.mlflow;

/** What an MLflow server refused, or that there was no answer. The message is one line and has no credential. */
public final class MlflowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    MlflowException(String message, int status, String code) {
        super(message);
        this.status = status;
        this.code = code == null ? "" : code;
    }

    /** Whether another attempt may help, and whether the request may have been carried out all the same. */
    boolean isPassing() {
        return status == 0 || status == 429 || status >= 500;
    }

    /** Whether the server, being older, has no such address at all. */
    boolean isUnknownAddress() {
        return (status == 404 && !code.equals("RESOURCE_DOES_NOT_EXIST")) || status == 405;
    }

    boolean is(String wanted) {
        return code.equals(wanted);
    }
}
