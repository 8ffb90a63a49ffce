package io.modeltracking.sample.portfolio;

/**
 * What a claim costs, in euros, as the claims are drawn: six in a hundred are closed without payment, a third of the others is
 * settled at a fixed amount, as French insurers do among themselves, few are large, and the rest follows the vehicle and its
 * driver.
 *
 * <table>
 * <caption>Mean of the body, euros: 1,500 times</caption>
 * <tr><td>power</td><td>exp(0.07 · (power − 6))</td></tr>
 * <tr><td>density</td><td>exp(−0.1 · (ln density − 6)): where there is room, people drive fast</td></tr>
 * <tr><td>young</td><td>1.5 when age &lt; 25</td></tr>
 * <tr><td>Diesel</td><td>1.15</td></tr>
 * </table>
 */
final class TrueSeverity {

    static final double WITHOUT_PAYMENT = 0.06;

    /** Share of the paid claims at each of {@link #FIXED}. In freMTPL2 two in five claims have one of four amounts. */
    static final double FIXED_SHARE = 0.175;

    /** Amounts of the settlement between insurers, by year. */
    static final double[] FIXED = {1_128, 1_204};

    /** Where the Pareto tail begins, euros. */
    static final double LARGE = 10_000;

    /** Of the tail: the mean is finite, the variance is not. */
    private static final double TAIL_INDEX = 1.7;

    private TrueSeverity() {}

    /** Probability that a paid claim is large. */
    static double largeShare(Policy policy) {
        return policy.driverAge() < 25 ? 0.03 : 0.015;
    }

    /** Mean cost of a claim that is neither fixed nor large; such claims are gamma distributed with shape 2. */
    static double body(Policy policy) {
        return 1_500
                * StrictMath.exp(0.07 * (policy.power() - 6) - 0.1 * (StrictMath.log(policy.density()) - 6))
                * (policy.driverAge() < 25 ? 1.5 : 1)
                * (policy.diesel() ? 1.15 : 1);
    }

    /** A paid claim, at least a cent. */
    static double draw(Policy policy, Draw draw) {
        double kind = draw.uniform();
        for (double fixed : FIXED) {
            if (kind < FIXED_SHARE) {
                return fixed;
            }
            kind -= FIXED_SHARE;
        }
        return kind < largeShare(policy) ? draw.pareto(LARGE, TAIL_INDEX) : Math.max(0.01, draw.gamma(2, body(policy)));
    }
}
