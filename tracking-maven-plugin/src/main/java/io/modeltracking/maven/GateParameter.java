package io.modeltracking.maven;

import io.modeltracking.gate.BaselineRule;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One {@code <gate>} of the POM, as Maven fills it in. */
public final class GateParameter {

    private String experiment;
    private String metric;
    private String statistic;
    private String min;
    private String max;
    private String baseline;
    private String maxRegression;
    private String minImprovement;
    private boolean ignoreMissingBaseline;

    /** @throws IllegalArgumentException naming the gate and what is wrong with it */
    Gate toGate() {
        return Gate.of(experiment, metric, statistic(), min, max, comparisons());
    }

    private List<BaselineRule> comparisons() {
        try {
            return BaselineRule.of(baseline, maxRegression, minImprovement, ignoreMissingBaseline);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The gate on " + experiment + ", metric " + metric + ": " + e.getMessage(), e);
        }
    }

    private Statistic statistic() {
        if (statistic == null || statistic.isBlank()) {
            return null;
        }
        try {
            return Statistic.valueOf(statistic.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The gate on " + experiment + ", metric " + metric + ": <statistic> is \"" + statistic
                            + "\": use one of " + Arrays.toString(Statistic.values()),
                    e);
        }
    }

    /** @param parameters null where none are configured */
    static List<Gate> gates(List<GateParameter> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream().map(GateParameter::toGate).toList();
    }
}
