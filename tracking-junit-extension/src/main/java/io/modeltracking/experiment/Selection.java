package io.modeltracking.experiment;

/** What a run is chosen by, and stopped early by: nothing, unless it is a trial. */
interface Selection {

    /** Of a run that nothing selects. */
    Selection NONE = new Selection() {};

    /**
     * Refuses a data set that is held out when the run is chosen by it.
     *
     * @throws IllegalArgumentException saying what selects by it
     */
    default void refuse(String heldOut, RunLog log) {}

    /** Whether the training stops at this value. */
    default boolean stops(String metric, double value, long round) {
        return false;
    }
}
