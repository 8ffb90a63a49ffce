package io.modeltracking.sample.portfolio;

import java.util.Locale;

/** Draws policies: who lives where, drives what, and has which bonus. */
final class PolicyDraw {

    /** Policies by region, R01 first. */
    private static final double[] REGION_SHARE = {12, 4, 9, 5, 14, 7, 3, 11, 10, 6, 8, 11};

    /** Mean of ln(density) by region. */
    private static final double[] REGION_DENSITY = {8.2, 5.0, 6.1, 4.6, 5.4, 6.9, 4.3, 6.3, 7.1, 5.2, 5.9, 6.6};

    private static final double[] BRAND_SHARE = {24, 21, 9, 5, 7, 6, 18, 10};
    private static final double[] POWER_SHARE = {17, 18, 22, 21, 7, 5, 4, 3, 1, 1, 0.5, 0.5};

    private final Draw draw;

    PolicyDraw(Draw draw) {
        this.draw = draw;
    }

    Policy next() {
        int region = draw.index(REGION_SHARE);
        int density = (int) clamp(StrictMath.exp(draw.normal(REGION_DENSITY[region], 1.4)), 1, 27_000);
        int driverAge = driverAge();
        int power = 4 + draw.index(POWER_SHARE);
        int vehicleAge = draw.chance(0.09) ? 0 : (int) clamp(draw.normal(7, 5), 1, 30);
        String gas = draw.chance(power >= 6 ? 0.56 : 0.40) ? "Diesel" : "Regular";
        return new Policy(
                area(density),
                power,
                vehicleAge,
                driverAge,
                bonusMalus(driverAge),
                "B" + (1 + draw.index(BRAND_SHARE)),
                gas,
                density,
                String.format(Locale.ROOT, "R%02d", region + 1));
    }

    private int driverAge() {
        return draw.chance(0.12) ? draw.integer(18, 29) : (int) clamp(draw.normal(47, 14), 18, 90);
    }

    /** Starts at 100, falls by 5 % with every year, and rises by a quarter with every claim that is not forgotten yet. */
    private int bonusMalus(int driverAge) {
        int years = draw.integer(0, driverAge - 18);
        double factor = StrictMath.pow(0.95, years);
        while (draw.chance(0.16)) {
            factor *= 1.25;
        }
        return (int) clamp(100 * factor, 50, 200);
    }

    private static String area(int density) {
        if (density <= 50) {
            return "A";
        }
        if (density <= 100) {
            return "B";
        }
        if (density <= 500) {
            return "C";
        }
        if (density <= 2_000) {
            return "D";
        }
        return density <= 10_000 ? "E" : "F";
    }

    private static double clamp(double value, double min, double max) {
        return Math.max(min, Math.min(max, value));
    }
}
