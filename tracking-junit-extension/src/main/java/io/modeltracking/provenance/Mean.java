package io.modeltracking.provenance;

/** A mean by Neumaier's compensated sum, so that the order of magnitude of the rows does not matter. */
final class Mean {

    private double sum;
    private double compensation;
    private long count;

    void add(double value) {
        double next = sum + value;
        compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
        count++;
    }

    /** Null without values; not finite when a value is not, or the sum overflows. */
    Double get() {
        if (count == 0) {
            return null;
        }
        return (Double.isFinite(sum) ? sum + compensation : sum) / count;
    }
}
