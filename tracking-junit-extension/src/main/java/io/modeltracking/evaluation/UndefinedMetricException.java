package io.modeltracking.evaluation;

/** A metric that does not exist for these rows, though each row is valid; the message gives the reason in one line. */
public final class UndefinedMetricException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    UndefinedMetricException(String reason) {
        super(reason);
    }
}
