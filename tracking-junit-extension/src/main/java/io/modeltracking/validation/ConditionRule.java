package io.modeltracking.validation;

import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;

/** A condition that the user has decided already. */
public final class ConditionRule implements Rule {

    private final String text;
    private final boolean holds;

    /** @param text not blank */
    public ConditionRule(String text, boolean holds) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A required condition needs a text that says what it is");
        }
        this.text = text.strip();
        this.holds = holds;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean reads(String dataSet) {
        return false;
    }

    @Override
    public Check evaluate(Observations observations) {
        return new Check(
                text,
                "condition",
                null,
                null,
                null,
                null,
                holds ? 0.0 : null,
                holds ? Verdict.ACCEPTED : Verdict.REJECTED,
                holds ? null : "does not hold");
    }
}
