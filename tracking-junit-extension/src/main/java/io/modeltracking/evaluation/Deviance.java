package io.modeltracking.evaluation;

import java.util.Arrays;

/**
 * Mean deviance of a Tweedie family with power {@code p}: 0 normal, 1 Poisson, between 1 and 2 compound Poisson, 2 gamma,
 * 3 inverse Gaussian.
 *
 * <p>Unit deviance {@code d(y, m)}:
 *
 * <pre>
 * p = 0      (y - m)²
 * p = 1      2 (y ln(y/m) - y + m), with 0 ln 0 = 0
 * 1 < p < 2  2 (y^(2-p) / ((1-p)(2-p)) - y m^(1-p) / (1-p) + m^(2-p) / (2-p))
 * p = 2      2 (ln(m/y) + y/m - 1)
 * p = 3      (y - m)² / (y m²)
 * </pre>
 *
 * <p>Domain: {@code m > 0} but for p = 0; {@code y >= 0} for 1 <= p < 2, {@code y > 0} for p >= 2. Homogeneous of degree
 * {@code 2 - p}. Source: Jorgensen, The Theory of Dispersion Models, 1997; the averages are those of scikit-learn's
 * {@code mean_tweedie_deviance}.
 */
public final class Deviance {

    public static final Deviance NORMAL = new Deviance(0);
    public static final Deviance POISSON = new Deviance(1);
    public static final Deviance GAMMA = new Deviance(2);

    private final double power;

    private Deviance(double power) {
        this.power = power;
    }

    /** The family of power {@code p}: 0, 3, or 1 to 2. */
    public static Deviance tweedie(double power) {
        Check.argument(
                power == 0 || power == 3 || power >= 1 && power <= 2,
                "Tweedie power must be 0, 1 to 2, or 3, not " + power);
        return new Deviance(power);
    }

    public double power() {
        return power;
    }

    /** Weighted mean: {@code Σ w d(y, m) / W}, with rates {@code y} and {@code m}. */
    public double mean(double[] y, double[] m, double[] w) {
        check(y, m);
        Check.sameLength(y, w);
        Check.positive("weight", w);
        return uncheckedMean(y, m, w);
    }

    /** Unweighted mean over rows, with totals: {@code (1/n) Σ d(n, mu)}. */
    public double perRow(double[] total, double[] expected) {
        check(total, expected);
        Sum sum = new Sum();
        for (int i = 0; i < total.length; i++) {
            sum.add(unit(total[i], expected[i]));
        }
        return sum.value() / total.length;
    }

    /**
     * Fraction of deviance explained, {@code 1 - dev(y, m) / dev(y, reference)}; 1 is perfect, 0 as good as the reference,
     * negative worse. {@code reference} is the null model's constant rate: the mean of these rows ({@code d2.test_mean}, as
     * scikit-learn's {@code d2_tweedie_score}) or that of the training rows ({@code d2.train_mean}).
     */
    public double d2(double[] y, double[] m, double[] w, double reference) {
        double model = mean(y, m, w);
        Check.defined(power == 0 || reference > 0, "nothing was observed (mean 0), so there is no deviance to explain");
        double[] constant = new double[y.length];
        Arrays.fill(constant, reference);
        double empty = uncheckedMean(y, constant, w);
        Check.defined(
                empty > 0, "all rows have the observed rate " + reference + ", so there is no deviance to explain");
        return 1 - model / empty;
    }

    /** Unit deviance of one row; the caller has checked the domain. A recalibrated m of 0 is allowed where y is 0. */
    double unit(double y, double m) {
        if (power == 1) {
            return y == 0 ? 2 * m : 2 * (y * StrictMath.log(y / m) - y + m);
        }
        if (power == 0) {
            return (y - m) * (y - m);
        }
        if (power == 2) {
            return 2 * (StrictMath.log(m / y) + y / m - 1);
        }
        if (power == 3) {
            return (y - m) * (y - m) / (y * m * m);
        }
        double constant = StrictMath.pow(m, 2 - power) / (2 - power);
        return y == 0
                ? 2 * constant
                : 2
                        * (StrictMath.pow(y, 2 - power) / ((1 - power) * (2 - power))
                                - y * StrictMath.pow(m, 1 - power) / (1 - power)
                                + constant);
    }

    double uncheckedMean(double[] y, double[] m, double[] w) {
        Sum sum = new Sum();
        Sum weight = new Sum();
        for (int i = 0; i < y.length; i++) {
            sum.add(w[i] * unit(y[i], m[i]));
            weight.add(w[i]);
        }
        return sum.value() / weight.value();
    }

    private void check(double[] y, double[] m) {
        Check.sameLength(y, m);
        if (power == 0) {
            Check.finite("observed", y);
            Check.finite("predicted", m);
            return;
        }
        if (power < 2) {
            Check.notNegative("observed", y);
        } else {
            Check.positive("observed", y);
        }
        Check.positive("predicted", m);
    }
}
