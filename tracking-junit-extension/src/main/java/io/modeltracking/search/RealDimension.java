package io.modeltracking.search;

import java.math.BigDecimal;

/**
 * Real numbers from {@code min} to {@code max}, both included.
 *
 * @param name the parameter's name
 * @param min the smallest value, finite
 * @param max the greatest value, finite
 * @param step the distance between neighbours, 0 for a continuous range; it divides {@code max - min} in decimal
 *     arithmetic, so that 0.1 divides 1
 * @param log whether the search sees the logarithm; needs {@code min > 0} and no step
 */
public record RealDimension(String name, double min, double max, double step, boolean log) implements Dimension {

    private static final double MOST_STEPS = 0x1p53;

    public RealDimension {
        String named = name;
        double low = min;
        double high = max;
        double apart = step;
        Rules.requireName(name);
        Rules.require(
                Double.isFinite(min) && Double.isFinite(max) && Double.isFinite(max - min),
                () -> "Parameter '" + named + "': the range " + low + " to " + high
                        + " is not finite: give finite bounds of finite distance");
        Rules.requireRange(name, min <= max, min, max);
        Rules.require(
                step >= 0 && Double.isFinite(step),
                () -> "Parameter '" + named + "': step " + apart
                        + " is not a distance: use a positive step, or 0 for a continuous range");
        Rules.requireLog(name, log, min > 0, min);
        Rules.require(
                !log || step == 0,
                () -> "Parameter '" + named + "': step " + apart
                        + " and a logarithmic scale exclude each other: drop one of them");
        Rules.require(
                step == 0 || divides(step, min, max),
                () -> "Parameter '" + named + "': step " + apart + " does not divide max - min = "
                        + exact(high).subtract(exact(low)) + ": change max or the step");
        Rules.require(
                step == 0 || (max - min) / step < MOST_STEPS,
                () -> "Parameter '" + named + "': step " + apart
                        + " cuts the range into more than 2^53 values: use 0 for a continuous range");
        // One zero only, so that equal points have equal values.
        min = min + 0.0;
        max = max + 0.0;
    }

    /** A continuous linear range. */
    public static RealDimension of(String name, double min, double max) {
        return new RealDimension(name, min, max, 0, false);
    }

    /** A continuous logarithmic range. */
    public static RealDimension log(String name, double min, double max) {
        return new RealDimension(name, min, max, 0, true);
    }

    @Override
    public long size() {
        if (min == max) {
            return 1;
        }
        if (step == 0) {
            return UNBOUNDED;
        }
        return exact(max)
                        .subtract(exact(min))
                        .divideToIntegralValue(exact(step))
                        .longValueExact()
                + 1;
    }

    /** Computed in decimal arithmetic: step 3 of 0.1 is 0.3. */
    @Override
    public Double at(long index) {
        return exact(min).add(exact(step).multiply(BigDecimal.valueOf(index))).doubleValue();
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Double number
                && number >= min
                && number <= max
                && (step == 0 || isOnGrid((number - min) / step));
    }

    private static boolean isOnGrid(double steps) {
        return Math.abs(steps - Math.rint(steps)) <= 1e-6;
    }

    private static boolean divides(double step, double min, double max) {
        return exact(max).subtract(exact(min)).remainder(exact(step)).signum() == 0;
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value);
    }
}
