package io.modeltracking.gate;

/** What a gate says of a figure. Only PASSED lets a release through. */
public enum GateVerdict {
    /** The figure is there and keeps to the threshold. */
    PASSED,
    /** It does not, or there is none. */
    FAILED,
    /** The figure's interval lies on both sides of the threshold: the data cannot tell. */
    INCONCLUSIVE,
    /** The figure and its baseline are not of the same rows. */
    NOT_COMPARABLE
}
