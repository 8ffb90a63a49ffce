package io.modeltracking.gate;

import io.modeltracking.run.Reals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as people read them. */
final class Figures {

    private static final int DIGITS = 6;
    private static final int LONGEST_PLAIN = 12;

    private Figures() {}

    /**
     * Six significant digits.
     *
     * @param up whether the text may only be larger than the figure, else only smaller
     */
    static String show(double figure, boolean up) {
        if (!Double.isFinite(figure)) {
            return Reals.text(figure);
        }
        // The shortest text of the double, not its exact binary value: 0.6 is shown as 0.6 whichever way it is rounded.
        BigDecimal rounded = new BigDecimal(Reals.text(figure))
                .round(new MathContext(DIGITS, up ? RoundingMode.CEILING : RoundingMode.FLOOR))
                .stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        String plain = rounded.toPlainString();
        return plain.length() <= LONGEST_PLAIN ? plain : rounded.toString();
    }
}
