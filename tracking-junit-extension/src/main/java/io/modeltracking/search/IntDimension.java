package io.modeltracking.search;

/**
 * Whole numbers from {@code min} to {@code max}, both included, {@code step} apart.
 *
 * @param name the parameter's name
 * @param min the smallest value
 * @param max the greatest value
 * @param step the distance between neighbours, at least 1; it divides {@code max - min}
 * @param log whether the search sees the logarithm; needs {@code min >= 1} and {@code step = 1}
 */
public record IntDimension(String name, long min, long max, long step, boolean log) implements Dimension {

    private static final long EXACT = 1L << 53;

    public IntDimension {
        String named = name;
        long low = min;
        long high = max;
        long apart = step;
        Rules.requireName(name);
        Rules.requireRange(name, min <= max, min, max);
        Rules.require(
                min >= -EXACT && max <= EXACT,
                () -> "Parameter '" + named + "': the range " + low + " to " + high
                        + " leaves the whole numbers that a double holds exactly (2^53): narrow it");
        Rules.require(
                step >= 1,
                () -> "Parameter '" + named + "': step " + apart + " is not positive: use a step of at least 1");
        Rules.requireLog(name, log, min > 0, min);
        Rules.require(
                !log || step == 1,
                () -> "Parameter '" + named + "': step " + apart
                        + " and a logarithmic scale exclude each other: drop one of them");
        Rules.require(
                (max - min) % step == 0,
                () -> "Parameter '" + named + "': step " + apart + " does not divide max - min = " + (high - low)
                        + ": use max = " + (high - (high - low) % apart) + " or another step");
    }

    /** A linear range of step 1. */
    public static IntDimension of(String name, long min, long max) {
        return new IntDimension(name, min, max, 1, false);
    }

    /** A logarithmic range of step 1. */
    public static IntDimension log(String name, long min, long max) {
        return new IntDimension(name, min, max, 1, true);
    }

    @Override
    public long size() {
        return (max - min) / step + 1;
    }

    @Override
    public Long at(long index) {
        return min + index * step;
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Long number && number >= min && number <= max && (number - min) % step == 0;
    }
}
