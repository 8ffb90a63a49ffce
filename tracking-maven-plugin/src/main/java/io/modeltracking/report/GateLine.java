package io.modeltracking.report;

import io.modeltracking.gate.GateVerdict;
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
 * @param verdict only PASSED lets a release through
 * @param message why it did not pass; null when it did
 * @param runId of the run that was judged, or null
 * @param pattern of the experiments that the gate is configured for: one gate has a line an experiment
 */
public record GateLine(
        String name,
        String rule,
        String experiment,
        String metric,
        Double observed,
        Double min,
        Double max,
        GateVerdict verdict,
        String message,
        String runId,
        String pattern) {

    public GateLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** A gate that is configured for one experiment, and either holds or fails. */
    public GateLine(
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
        this(
                name,
                rule,
                experiment,
                metric,
                observed,
                min,
                max,
                passed ? GateVerdict.PASSED : GateVerdict.FAILED,
                message,
                runId,
                experiment);
    }

    boolean passed() {
        return verdict == GateVerdict.PASSED;
    }

    /** What tells the gate from others: its lines have the same. */
    String gate() {
        return pattern + '\n' + rule;
    }

    /** The observed value, in as many digits as it takes to stand on its side of the threshold. */
    String shown() {
        return observed == null ? "missing" : Figures.against(observed, min, max);
    }
}
