package io.modeltracking.search;

import java.util.List;

/** Decides whether a running trial is stopped early: a function of the trials so far and the values it has reported. */
public sealed interface Pruner permits MedianPruner, AshaPruner {

    /**
     * Returns whether the trial should stop, after its latest report.
     *
     * @param trials the other trials of the study, in any order; one with the number of {@code current} is ignored
     * @param current the running trial with every value it has reported, to be minimised; without any, it goes on
     */
    boolean shouldPrune(List<FinishedTrial> trials, FinishedTrial current);
}
