package io.modeltracking.report;

import io.modeltracking.run.Reals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: whole, or with four decimals, or with four significant digits when they are small. */
public final class Figures {

    private static final int DECIMALS = 4;
    private static final int MOST_DECIMALS = 20;
    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-3;

    private Figures() {}

    /** A number. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size >= LARGEST_PLAIN) {
            return Reals.text(value);
        }
        BigDecimal exact = exact(value);
        if (value == Math.rint(value)) {
            return exact.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
        }
        return size >= SMALLEST_PLAIN
                ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString()
                : exact.round(new MathContext(DECIMALS)).toString();
    }

    /**
     * A value beside its thresholds: with as many decimals as it takes for the shown value to stand where the exact one
     * does, so that a value that fails is never shown as one that passes.
     */
    static String against(double value, Double min, Double max) {
        return against(text(value), DECIMALS, value, min, max);
    }

    /** The same with a unit of its own, one decimal at least. */
    static String percentAgainst(double value, Double min, Double max) {
        String shortest = Double.isFinite(value)
                ? exact(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString()
                : Double.toString(value);
        return against(shortest, 1, value, min, max) + " %";
    }

    private static String against(String shortest, int shown, double value, Double min, Double max) {
        if (!Double.isFinite(value) || same(shortest, value, min) && same(shortest, value, max)) {
            return shortest;
        }
        BigDecimal exact = exact(value);
        for (int decimals = shown + 1; decimals <= MOST_DECIMALS; decimals++) {
            String longer = exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
            if (same(longer, value, min) && same(longer, value, max)) {
                return longer;
            }
        }
        return Reals.text(value);
    }

    /** Whole bytes in the largest unit that leaves at least one. */
    public static String bytes(long size) {
        if (size < 1000) {
            return size + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        BigDecimal scaled = BigDecimal.valueOf(size);
        int unit = -1;
        do {
            scaled = scaled.movePointLeft(3);
            unit++;
        } while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < units.length - 1);
        return scaled.setScale(1, RoundingMode.HALF_UP).toPlainString() + ' ' + units[unit];
    }

    private static boolean same(String shown, double value, Double threshold) {
        if (threshold == null || !Double.isFinite(threshold)) {
            return true;
        }
        return Integer.signum(new BigDecimal(shown).compareTo(exact(threshold)))
                == Integer.signum(exact(value).compareTo(exact(threshold)));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(Reals.text(value));
    }
}
