package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;

/**
 * How far the parts lie apart that an objective is the mean of.
 *
 * @param parts how many there are
 * @param standardDeviation with the divisor {@code parts - 1}; null with one part
 */
record Spread(int parts, Double standardDeviation) {

    /** Null when the run has no parts. */
    static Spread of(RunScope scope, MetricSelector metric) {
        return scope.judgement().observations() instanceof PartsObservations mean
                ? new Spread(mean.parts().size(), mean.standardDeviation(metric).orElse(null))
                : null;
    }

    String text() {
        return standardDeviation == null ? "" : " ± " + Progress.text(standardDeviation) + " over " + parts;
    }
}
