package io.modeltracking.search;

import java.util.List;

/**
 * Proposes the next point of a study.
 *
 * <p>A sampler holds no state: a proposal is a function of the arguments alone, whatever the order of the trials in the list.
 * So a study can be resumed, replayed and continued by handing in the trials it has.
 */
public sealed interface Sampler permits GridSampler, RandomSampler, QuasiRandomSampler, TpeSampler, GpSampler {

    /**
     * Proposes the point of a trial.
     *
     * @param space where to search
     * @param trials the trials so far, in any order: finished ones, and running ones to keep away from. Those whose point
     *     does not lie in the space, and one with {@code trialNumber}, are ignored.
     * @param trialNumber the number of the trial to propose for, from 0
     * @param seed64 the seed of this trial's sampler stream
     * @return a point of the space, one that no trial has had while there are any left
     */
    Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64);

    /** Returns name and version of the rule, as a trial records it. */
    String id();
}
