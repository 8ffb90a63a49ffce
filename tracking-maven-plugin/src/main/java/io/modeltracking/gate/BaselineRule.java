package io.modeltracking.gate;

import io.modeltracking.run.BaselineKind;
import java.util.ArrayList;
import java.util.List;

/**
 * How a figure must compare with that of a baseline.
 *
 * @param baseline a {@link BaselineKind}, as people write it
 * @param better whether the amount is the least improvement, else the largest regression
 * @param ignoreMissing whether the gate holds where there is no baseline yet
 */
public record BaselineRule(String baseline, boolean better, Amount amount, boolean ignoreMissing) {

    /**
     * Makes the rules of a gate from its configuration.
     *
     * @param baseline null where the gate names none
     * @return none without a baseline
     * @throws IllegalArgumentException when something is missing, unknown or no amount
     */
    public static List<BaselineRule> of(
            String baseline, String maxRegression, String minImprovement, boolean ignoreMissing) {
        boolean amounts = maxRegression != null || minImprovement != null;
        if (baseline == null || baseline.isBlank()) {
            if (amounts) {
                throw new IllegalArgumentException(
                        "it has <maxRegression> or <minImprovement> but no <baseline>: use production, accepted or last");
            }
            return List.of();
        }
        String name = BaselineKind.parse(baseline).text();
        if (!amounts) {
            throw new IllegalArgumentException(
                    "it has a <baseline> but neither <maxRegression> nor <minImprovement>: give one of them");
        }
        List<BaselineRule> rules = new ArrayList<>();
        if (maxRegression != null) {
            rules.add(new BaselineRule(name, false, Amount.parse("maxRegression", maxRegression), ignoreMissing));
        }
        if (minImprovement != null) {
            rules.add(new BaselineRule(name, true, Amount.parse("minImprovement", minImprovement), ignoreMissing));
        }
        return rules;
    }

    /** {@code at most 0.001 worse than production}. */
    String text() {
        return (better ? "at least " + amount.text() + " better" : "at most " + amount.text() + " worse") + " than "
                + baseline;
    }
}
