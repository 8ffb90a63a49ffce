package io.modeltracking.sample.portfolio;

/**
 * The claim frequency that the portfolio is drawn from, claims per year of exposure: a product of factors, four of which
 * depend on two rating factors at once. A model that is additive on the log scale can learn the rest.
 *
 * <table>
 * <caption>Factors</caption>
 * <tr><td>novice</td><td>exp(0.5 · exp(−(age − 18) / 5))</td></tr>
 * <tr><td>elderly</td><td>exp(0.03 · max(0, age − 68))</td></tr>
 * <tr><td>bonus-malus</td><td>exp(0.012 · (min(bonus-malus, 150) − 50))</td></tr>
 * <tr><td>density</td><td>exp(0.08 · (ln density − 6))</td></tr>
 * <tr><td>old vehicle</td><td>exp(−0.04 · max(0, vehicle age − 8))</td></tr>
 * <tr><td>region, brand</td><td>see the tables: they go up and down along the alphabet</td></tr>
 * <tr><td>new petrol car</td><td>2.2 when vehicle age = 0 and Regular</td></tr>
 * <tr><td>young and fast</td><td>1.8 when age &lt; 28 and power ≥ 7</td></tr>
 * <tr><td>fast in town</td><td>1.7 when power ≥ 8 and density &gt; 1000</td></tr>
 * <tr><td>commuter</td><td>1.6 when Diesel, density ≤ 100 and age from 25 to 59</td></tr>
 * </table>
 */
final class TrueFrequency {

    /** Of a policy that no factor changes; sets the portfolio's level at about 0.11. */
    private static final double BASE = 0.06;

    private static final double[] REGION = {1.15, 0.85, 1.20, 0.80, 1.05, 0.80, 1.20, 0.90, 1.25, 0.85, 1.10, 0.85};
    private static final double[] BRAND = {1.00, 1.10, 0.80, 1.20, 0.95, 1.15, 0.80, 1.10};

    private TrueFrequency() {}

    static double of(Policy policy) {
        return BASE
                * StrictMath.exp(logOfSmoothFactors(policy))
                * REGION[Integer.parseInt(policy.region().substring(1)) - 1]
                * BRAND[Integer.parseInt(policy.brand().substring(1)) - 1]
                * interactions(policy);
    }

    private static double logOfSmoothFactors(Policy policy) {
        return 0.5 * StrictMath.exp(-(policy.driverAge() - 18) / 5.0)
                + 0.03 * Math.max(0, policy.driverAge() - 68)
                + 0.012 * (Math.min(policy.bonusMalus(), 150) - 50)
                + 0.08 * (StrictMath.log(policy.density()) - 6)
                - 0.04 * Math.max(0, policy.vehicleAge() - 8);
    }

    private static double interactions(Policy policy) {
        boolean newPetrolCar = policy.vehicleAge() == 0 && !policy.diesel();
        boolean youngAndFast = policy.driverAge() < 28 && policy.power() >= 7;
        boolean fastInTown = policy.power() >= 8 && policy.density() > 1_000;
        boolean commuter =
                policy.diesel() && policy.density() <= 100 && policy.driverAge() >= 25 && policy.driverAge() < 60;
        return (newPetrolCar ? 2.2 : 1) * (youngAndFast ? 1.8 : 1) * (fastInTown ? 1.7 : 1) * (commuter ? 1.6 : 1);
    }
}
