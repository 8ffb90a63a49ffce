package io.modeltracking;

/** What becomes of a study when one of its trials throws, or has no objective. */
public enum OnTrialError {
    /**
     * The study ends there and fails. Where failed tests are run again ({@code -Dfailsafe.rerunFailingTestsCount}), it fails
     * after the other trials: the rerun then takes the failed ones alone, and chooses among all.
     */
    FAIL,
    /** The trial is recorded as failed, JUnit shows it as aborted, and the study goes on. */
    CONTINUE
}
