package io.modeltracking.search;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The normal distribution and its truncation, in logarithms, to the same last bit on every machine.
 *
 * <p>The library is asked only where it evaluates rational functions (erf below 0.5, the scaled erfc above); exponentials
 * and logarithms are {@link StrictMath}'s, because {@link Math}'s differ between processors.
 */
final class Gauss {

    static final double LOG_SQRT_2PI = 0.918938533204672741780329736406;

    private static final double SQRT_HALF = 0.707106781186547524400844362105;
    private static final double SQRT_HALF_PI = 1.253314137315500251207882642406;
    private static final double LOG_HALF = -0.693147180559945309417232121458;
    private static final double RATIONAL_FROM = 0.5;

    private Gauss() {}

    /** The density at {@code x}. */
    static double pdf(double x) {
        return StrictMath.exp(-x * x / 2 - LOG_SQRT_2PI);
    }

    /** Probability below {@code x}. */
    static double cdf(double x) {
        return x <= 0 ? tail(-x * SQRT_HALF) / 2 : 1 - tail(x * SQRT_HALF) / 2;
    }

    /** Logarithm of the probability below {@code x}. */
    static double logCdf(double x) {
        double z = -x * SQRT_HALF;
        return z >= RATIONAL_FROM ? StrictMath.log(Erfcx.value(z) / 2) - z * z : StrictMath.log(cdf(x));
    }

    /** The ratio of {@link #cdf} to {@link #pdf} for {@code x <= 0}, which stays accurate far out in the tail. */
    static double millsRatio(double x) {
        double z = -x * SQRT_HALF;
        double scaled = z >= RATIONAL_FROM ? Erfcx.value(z) : tail(z) * StrictMath.exp(z * z);
        return SQRT_HALF_PI * scaled;
    }

    /** Logarithm of the probability between {@code a} and {@code b}. */
    static double logMass(double a, double b) {
        if (a > 0) {
            return logMass(-b, -a);
        }
        double near = -b * SQRT_HALF;
        double far = -a * SQRT_HALF;
        if (near >= RATIONAL_FROM) {
            double beyond = Erfcx.value(far) * StrictMath.exp((near - far) * (near + far));
            return StrictMath.log((Erfcx.value(near) - beyond) / 2) - near * near;
        }
        double left = -near;
        double tailLeft = tail(left);
        double tailFar = tail(far);
        double mass = (erf(far, tailFar) + erf(left, tailLeft)) / 2;
        return mass < RATIONAL_FROM ? StrictMath.log(mass) : StrictMath.log1p(-(tailFar + tailLeft) / 2);
    }

    /** Quantile {@code q} of the standard normal distribution cut to {@code [a, b]}. */
    static double quantile(double q, double a, double b) {
        return quantile(q, a, logOutside(a, b), logMass(a, b));
    }

    /** The same by what does not depend on {@code q}: {@link #logOutside} and {@link #logMass}. */
    static double quantile(double q, double a, double logOutside, double logMass) {
        return a < 0
                ? inverseLogCdf(logSum(logOutside, StrictMath.log(q) + logMass))
                : -inverseLogCdf(logSum(logOutside, StrictMath.log1p(-q) + logMass));
    }

    /** Logarithm of the probability beyond the end of {@code [a, b]} that quantiles are counted from. */
    static double logOutside(double a, double b) {
        return logCdf(a < 0 ? a : -b);
    }

    /** The {@code x} whose {@link #logCdf} is {@code y}, by Halley's iteration from below. */
    static double inverseLogCdf(double y) {
        if (y >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (y > LOG_HALF) {
            return -inverseLogCdf(StrictMath.log(-StrictMath.expm1(y)));
        }
        if (y == Double.NEGATIVE_INFINITY) {
            return y;
        }
        double root = StrictMath.sqrt(-2 * y);
        double x = y > -2 ? (y - StrictMath.log1p(-StrictMath.exp(y))) / 1.7 : -root + StrictMath.log(root) / root;
        for (int i = 0; i < 12; i++) {
            // logCdf(x) - y, and the slope of logCdf, which share their costly part.
            double z = -x * SQRT_HALF;
            boolean rational = z >= RATIONAL_FROM;
            double tail = rational ? Erfcx.value(z) : tail(z);
            double error = StrictMath.log(tail / 2) - (rational ? z * z : 0) - y;
            double slope = 1 / (SQRT_HALF_PI * (rational ? tail : tail * StrictMath.exp(z * z)));
            double newton = error / slope;
            double next = x - newton / (1 + newton * (x + slope) / 2);
            // The error of the next one is of the order of this step's cube.
            if (Math.abs(next - x) <= 1e-6 * Math.abs(x)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** Logarithm of the sum of two exponentials. */
    static double logSum(double x, double y) {
        double max = Math.max(x, y);
        return max == Double.NEGATIVE_INFINITY ? max : max + StrictMath.log1p(StrictMath.exp(Math.min(x, y) - max));
    }

    /** erf for z > -0.5, of which erfc is known. */
    private static double erf(double z, double tail) {
        return z < RATIONAL_FROM ? Erf.value(z) : 1 - tail;
    }

    /** erfc for any z. */
    private static double tail(double z) {
        if (z >= RATIONAL_FROM) {
            return StrictMath.exp(-z * z) * Erfcx.value(z);
        }
        return z < -RATIONAL_FROM ? 2 - tail(-z) : 1 - Erf.value(z);
    }
}
