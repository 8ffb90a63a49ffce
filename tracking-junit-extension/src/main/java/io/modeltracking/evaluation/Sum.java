package io.modeltracking.evaluation;

/**
 * A compensated running sum (Neumaier, ZAMM 54, 1974): the error stays at one rounding whatever the number of terms, and the
 * same terms in the same order give the same bits.
 */
final class Sum {

    private double sum;
    private double compensation;

    static double of(double[] values) {
        Sum sum = new Sum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    void add(double term) {
        double next = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() {
        return sum + compensation;
    }
}
