package io.modeltracking.store.query;

import java.util.Arrays;
import java.util.Optional;

/** A comparison. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The operator as SQL has it. */
    String sql() {
        return this == NOT_EQUAL ? "<>" : sign;
    }

    boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** {@code ==} and {@code <>} are read too. */
    static Optional<Operator> of(String sign) {
        return switch (sign) {
            case "==" -> Optional.of(EQUAL);
            case "<>" -> Optional.of(NOT_EQUAL);
            default ->
                Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
        };
    }

    /** Whether it holds; NaN equals NaN here, so that one can ask for it, and is in no order with anything. */
    public boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> !same(left, right);
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
        };
    }

    private static boolean same(double left, double right) {
        return left == right || Double.isNaN(left) && Double.isNaN(right);
    }
}
