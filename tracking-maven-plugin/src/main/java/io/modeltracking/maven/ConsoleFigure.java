package io.modeltracking.maven;

import io.modeltracking.run.Reals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as a console shows them. */
final class ConsoleFigure {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final int LONGEST_PLAIN = 12;

    private ConsoleFigure() {}

    /** Six significant digits. */
    static String of(double value) {
        return of(Reals.text(value));
    }

    /** The same of a number's shortest text; a whole number that was written as one stays as it is. */
    static String of(String number) {
        if (!number.matches("-?\\d+\\.?\\d*([eE]-?\\d+)?") || number.matches("-?\\d+")) {
            return number;
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        String plain = rounded.toPlainString();
        return plain.length() <= LONGEST_PLAIN ? plain : rounded.toString();
    }

    /** {@code 2026-11-23 08:00}, in UTC. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
