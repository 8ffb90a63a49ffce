package io.modeltracking.gate;

import java.math.BigDecimal;

/**
 * How much a figure may change.
 *
 * @param value in the figure's unit, or in percent of the baseline's figure
 * @param text as configured
 */
record Amount(BigDecimal value, boolean percent, String text) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException when it is neither a number nor a percentage, or negative */
    static Amount parse(String name, String text) {
        String trimmed = text.trim();
        boolean percent = trimmed.endsWith("%");
        try {
            BigDecimal value = new BigDecimal(
                    percent ? trimmed.substring(0, trimmed.length() - 1).trim() : trimmed);
            if (value.signum() >= 0 && Double.isFinite(value.doubleValue())) {
                return new Amount(value, percent, trimmed);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(name, text), e);
        }
        throw new IllegalArgumentException(refusal(name, text));
    }

    private static String refusal(String name, String text) {
        return "<" + name + "> is \"" + text
                + "\": use a number that is not negative, such as 0.001, or a percentage such" + " as 0.5%";
    }

    /** In the figure's unit. */
    BigDecimal of(BigDecimal baseline) {
        return percent ? baseline.abs().multiply(value).divide(HUNDRED) : value;
    }
}
