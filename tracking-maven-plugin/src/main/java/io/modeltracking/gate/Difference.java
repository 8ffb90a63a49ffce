package io.modeltracking.gate;

/**
 * A metric of a run less that of a baseline, on the same rows, with its 95 % interval.
 *
 * @param baseline the baseline's metric on these rows
 * @param rows how many
 * @param problem why there is none, in a few words; null where there is one, and then the figures say nothing
 */
public record Difference(double baseline, double estimate, double lower, double upper, int rows, String problem) {

    /** @param problem why there is none */
    public static Difference none(String problem) {
        return new Difference(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, problem);
    }
}
