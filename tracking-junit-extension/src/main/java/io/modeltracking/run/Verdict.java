package io.modeltracking.run;

/** What the requirements said of a run as a whole, or one rule of one value. */
public enum Verdict {
    ACCEPTED,
    REJECTED,
    /** Of one rule only: an interval lies on both sides of the threshold. It fails, as a rejection does. */
    INCONCLUSIVE,
    /** Of one rule only: the figure and its baseline are not of the same rows. It fails, as a rejection does. */
    NOT_COMPARABLE
}
