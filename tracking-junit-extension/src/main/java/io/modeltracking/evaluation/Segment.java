package io.modeltracking.evaluation;

/**
 * Some of the rows together: a bin of predictions or a level of a rating factor.
 *
 * @param label number of the bin (from 1) or the level
 * @param rows how many rows
 * @param weight their exposure or number of claims
 * @param actual what they had in total
 * @param expected what was predicted for them in total
 */
public record Segment(String label, int rows, double weight, double actual, double expected) {

    /** A/E. */
    public double actualExpected() {
        return actual / expected;
    }

    public double observedRate() {
        return actual / weight;
    }

    public double predictedRate() {
        return expected / weight;
    }

    /** Adds rows up to a segment. */
    static final class Builder {
        private final Sum weight = new Sum();
        private final Sum actual = new Sum();
        private final Sum expected = new Sum();
        private int rows;

        void add(double rowWeight, double rowActual, double rowExpected) {
            weight.add(rowWeight);
            actual.add(rowActual);
            expected.add(rowExpected);
            rows++;
        }

        boolean isEmpty() {
            return rows == 0;
        }

        Segment build(String label) {
            return new Segment(label, rows, weight.value(), actual.value(), expected.value());
        }
    }
}
