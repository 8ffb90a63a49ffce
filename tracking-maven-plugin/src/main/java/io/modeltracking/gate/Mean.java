package io.modeltracking.gate;

import java.util.List;

/** The arithmetic mean, with Neumaier's compensated sum: the order of the runs must not move a gate. */
final class Mean {

    private Mean() {}

    static double of(List<Double> values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        // With an infinite sum what was lost is NaN; the sum itself says it right.
        double total = Double.isFinite(sum) ? sum + lost : sum;
        return total / values.size();
    }
}
