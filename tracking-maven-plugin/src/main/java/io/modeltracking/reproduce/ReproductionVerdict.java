package io.modeltracking.reproduce;

/** What came of making a run again. */
public enum ReproductionVerdict {
    /** Metrics, models, predictions and data are equal to the bit. */
    IDENTICAL,
    /** All differences are of metrics, and within the tolerance. */
    EQUIVALENT,
    /** Something differs. */
    DIVERGED,
    /** Something is missing, or the build failed before the run was made. */
    NOT_REPRODUCIBLE;

    /** Whether the old run has been confirmed. */
    public boolean confirmed() {
        return this == IDENTICAL || this == EQUIVALENT;
    }

    /** As people read it. */
    public String text() {
        return name().replace('_', ' ');
    }
}
