package io.modeltracking.experiment;

import io.modeltracking.validation.Verdicts;

/** How far a rejected trial is from being accepted, as the sampler learns it. */
final class Violations {

    /** What a requirement counts that fails by nobody knows how much: a metric that is missing or NaN, a condition. */
    private static final double UNKNOWN = 1;

    /** A requirement that is missed by nothing, such as one on a value at an open bound, is missed all the same. */
    private static final double LEAST = 1e-12;

    private Violations() {}

    /** The sum over all requirements that failed; 0 exactly when none did. */
    static double sum(Verdicts verdicts) {
        return verdicts.failed().stream()
                .mapToDouble(
                        check -> check.violation() == null || check.violation().isNaN()
                                ? UNKNOWN
                                : Math.max(check.violation(), LEAST))
                .sum();
    }
}
