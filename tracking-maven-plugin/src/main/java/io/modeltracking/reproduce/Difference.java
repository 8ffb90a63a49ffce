package io.modeltracking.reproduce;

/**
 * Where two runs differ.
 *
 * @param kind {@code metric}, {@code param}, {@code data}, {@code file}, {@code outcome} or {@code environment}
 * @param tolerated whether it lies within the tolerance
 */
public record Difference(String kind, String name, String original, String reproduced, boolean tolerated) {

    private static final String NONE = "–";

    static Difference of(String kind, String name, Object original, Object reproduced) {
        return new Difference(kind, name, text(original), text(reproduced), false);
    }

    /** Whether both runs have it. */
    boolean isOfBoth() {
        return !original.equals(NONE) && !reproduced.equals(NONE);
    }

    Difference asTolerated() {
        return new Difference(kind, name, original, reproduced, true);
    }

    private static String text(Object value) {
        return value == null ? NONE : value.toString();
    }
}
