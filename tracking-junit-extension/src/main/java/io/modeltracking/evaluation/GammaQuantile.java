package io.modeltracking.evaluation;

/**
 * Quantiles of the gamma distribution with shape {@code a} and scale 1, by bisection of the regularised incomplete gamma
 * function (series and Lentz's continued fraction: Abramowitz and Stegun 6.5.29 and 6.5.31). Own code, because a gated figure
 * needs {@link StrictMath} throughout. Relative error below 1e-12 for shapes up to 1e6.
 */
final class GammaQuantile {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final int STIRLING_FROM = 20;

    private GammaQuantile() {}

    static double of(double probability, double shape) {
        double low = 0;
        double high = shape + 10 * StrictMath.sqrt(shape) + 50;
        for (double middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (lower(shape, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** P(a, x). */
    static double lower(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        return x < a + 1 ? density(a, x) * series(a, x) / a : 1 - density(a, x) * fraction(a, x);
    }

    /** {@code x^a e^-x / Γ(a)}, without cancellation of large logarithms. */
    private static double density(double a, double x) {
        double shift = 1;
        double b = a;
        while (b < STIRLING_FROM) {
            shift *= b / x;
            b++;
        }
        double u = (x - b) / b;
        double deviance = u * u < 0.01 ? logOnePlusMinus(u) : StrictMath.log(x / b) - u;
        double stirling = 1 / (12 * b)
                - 1 / (360 * b * b * b)
                + 1 / (1260 * StrictMath.pow(b, 5))
                - 1 / (1680 * StrictMath.pow(b, 7))
                + 1 / (1188 * StrictMath.pow(b, 9));
        return shift * StrictMath.exp(b * deviance - stirling - HALF_LOG_TWO_PI + 0.5 * StrictMath.log(b));
    }

    /** {@code ln(1 + u) - u} for small u. */
    private static double logOnePlusMinus(double u) {
        double term = -u * u;
        double sum = term / 2;
        for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
            term *= -u;
            sum += term / k;
        }
        return sum;
    }

    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (double k = a + 1; term > sum * 1e-17; k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double value = d;
        double factor = 0;
        for (int k = 1; Math.abs(factor - 1) > 1e-16 && k < 1_000_000; k++) {
            double numerator = -k * (k - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            factor = d * c;
            value *= factor;
        }
        return value;
    }
}
