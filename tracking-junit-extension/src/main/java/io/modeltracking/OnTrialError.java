package io.modeltracking;

/** What becomes of a study when one of its trials throws, or has no objective. */
public enum OnTrialError {
    /** The study ends there and fails. */
    FAIL,
    /** The trial is recorded as failed, JUnit shows it as aborted, and the study goes on. */
    CONTINUE
}
