package io.modeltracking;

/**
 * Which trials of a study are stopped early. The value of each round comes from {@link Trial#report}, or without any code
 * from the autologged training: of its first training the objective's own metric, else the first one on the objective's
 * data set.
 */
public enum Pruning {
    /** None. */
    NONE,
    /** After five complete trials, one whose best value so far is worse than their median at the same step. */
    MEDIAN,
    /** All but the best quarter at each of the steps 1, 4, 16… hundredths of the first complete trial's. */
    ASHA
}
