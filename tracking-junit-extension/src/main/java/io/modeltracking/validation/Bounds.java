package io.modeltracking.validation;

import io.modeltracking.run.Reals;

/**
 * An interval that a value must lie in.
 *
 * @param min smallest value, or null
 * @param max largest value, or null
 * @param open whether the bounds themselves are outside
 */
record Bounds(Double min, Double max, boolean open) {

    Bounds {
        finite("min", min);
        finite("max", max);
        if (min == null && max == null) {
            throw new IllegalArgumentException("A requirement needs a bound: give min, max or both");
        }
        if (min != null && max != null && min > max) {
            throw new IllegalArgumentException(
                    "min " + Reals.text(min) + " is larger than max " + Reals.text(max) + ": swap them");
        }
    }

    private static void finite(String name, Double bound) {
        if (bound != null && !Double.isFinite(bound)) {
            throw new IllegalArgumentException(
                    name + " is " + bound + ": a bound is a finite number; leave it out where there is none");
        }
    }

    /** NaN lies nowhere. */
    boolean contains(double value) {
        boolean above = min == null || (open ? value > min : value >= min);
        boolean below = max == null || (open ? value < max : value <= max);
        return above && below && !Double.isNaN(value);
    }

    /** Whether some of an interval lies within; none does when a bound of it is NaN. */
    boolean meets(double low, double high) {
        boolean above = min == null || (open ? high > min : high >= min);
        boolean below = max == null || (open ? low < max : low <= max);
        return above && below && low <= high;
    }

    /** How far outside, relative to the bound (absolute for a bound of 0); 0 inside; null for NaN. */
    Double violation(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (contains(value)) {
            return 0.0;
        }
        boolean tooSmall = min != null && (open ? value <= min : value < min);
        double bound = tooSmall ? min : max;
        double distance = Math.abs(value - bound);
        return bound == 0 ? distance : distance / Math.abs(bound);
    }

    String text() {
        if (min != null && max != null) {
            return "in " + (open ? "(" : "[") + Reals.text(min) + ", " + Reals.text(max) + (open ? ")" : "]");
        }
        return min != null ? (open ? "> " : ">= ") + Reals.text(min) : (open ? "< " : "<= ") + Reals.text(max);
    }
}
