package io.modeltracking;

import java.util.OptionalDouble;

/** The trial that a study's method runs for, injected where it asks for it. Safe for any thread. */
public interface Trial {

    /** The number in the study, from 0. */
    int number();

    /** The id of the study's run. */
    String study();

    /** The best objective of the accepted trials that have finished, empty while there is none. */
    OptionalDouble best();

    /**
     * Reports how far the objective has come, for pruning; logged as its metric at that step. Whoever reports takes the place
     * of the autologged training.
     *
     * @param step greater than the one before
     */
    void report(long step, double value);

    /**
     * Whether the trial should stop at what it has reported, by the study's pruner. Once true, the trial counts as pruned,
     * whatever it still logs: return from the method.
     */
    boolean shouldStop();
}
