package io.modeltracking.report;

import java.util.Objects;

/**
 * A gate and what it said.
 *
 * @param name for people
 * @param rule as a person reads it: {@code test.rmse <= 0.5}
 * @param experiment name or pattern that the gate stands for
 * @param metric the selector that it reads
 * @param observed null when there was no value
 * @param min smallest value that passes, or null
 * @param max largest value that passes, or null
 * @param message why it failed; null when it passed
 * @param runId of the run that was judged, or null
 */
public record GateLine(
        String name,
        String rule,
        String experiment,
        String metric,
        Double observed,
        Double min,
        Double max,
        boolean passed,
        String message,
        String runId) {

    public GateLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
    }

    /** The observed value, in as many digits as it takes to stand on its side of the threshold. */
    String shown() {
        return observed == null ? "missing" : Figures.against(observed, min, max);
    }
}
