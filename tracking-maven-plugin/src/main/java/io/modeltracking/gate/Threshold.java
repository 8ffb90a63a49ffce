package io.modeltracking.gate;

import java.math.BigDecimal;

/**
 * One bound on a figure.
 *
 * @param text as configured
 */
record Threshold(Side side, double value, String text) {

    enum Side {
        MIN(">="),
        MAX("<=");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    /** @throws IllegalArgumentException when it is no finite number */
    static Threshold parse(Side side, String text) {
        String trimmed = text.trim();
        try {
            double value = Double.parseDouble(trimmed);
            if (Double.isFinite(value)) {
                // Only what is a number to people too: Java also takes "1d" and "0x1p3".
                new BigDecimal(trimmed);
                return new Threshold(side, value, trimmed);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(side, text), e);
        }
        throw new IllegalArgumentException(refusal(side, text));
    }

    private static String refusal(Side side, String text) {
        return "<" + (side == Side.MIN ? "min" : "max") + "> is \"" + text + "\": use a finite number such as 0.6";
    }

    /** NaN never holds. */
    boolean holds(double observed) {
        return side == Side.MIN ? observed >= value : observed <= value;
    }

    /** {@code <= 0.60}. */
    String rule() {
        return side.sign + " " + text;
    }

    /** The figure rounded away from the threshold when it fails, and towards it at most up to it when it holds. */
    String show(double observed) {
        boolean up = (side == Side.MAX) != holds(observed);
        return Figures.show(observed, up);
    }
}
