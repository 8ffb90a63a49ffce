package io.modeltracking.report;

import io.modeltracking.gate.GateVerdict;

/** What a gate said, in one sign and in words: that the data cannot tell is not that the model is worse. */
enum GateSign {
    PASSED("✓", "holds"),
    FAILED("✕", "FAILED"),
    INCONCLUSIVE("?", "INCONCLUSIVE"),
    NOT_COMPARABLE("≠", "NOT COMPARABLE");

    private final String sign;
    private final String words;

    GateSign(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    static GateSign of(GateVerdict verdict) {
        return valueOf(verdict.name());
    }

    String words() {
        return words;
    }

    /** Sign and words: never a colour alone. */
    @Override
    public String toString() {
        return sign + " " + words;
    }
}
