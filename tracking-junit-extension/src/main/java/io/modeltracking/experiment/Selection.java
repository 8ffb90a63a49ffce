package io.modeltracking.experiment;

import io.modeltracking.run.DatasetRecord;

/** What a run is chosen by, and stopped early by: nothing, unless it is a trial. */
interface Selection {

    /** Of a run that nothing selects. */
    Selection NONE = new Selection() {
        @Override
        public boolean mayWin() {
            return false;
        }
    };

    /**
     * Refuses a data set that is held out when the run is chosen by it.
     *
     * @throws IllegalArgumentException saying what selects by it
     */
    default void refuse(String heldOut, RunLog log) {}

    /**
     * Whether what is held out may select all the same, which is then said in the run.
     *
     * @param fault what selects by it
     */
    default boolean allowsHoldout(String fault, RunLog log) {
        return false;
    }

    /**
     * Hears of a data set that the run has logged.
     *
     * @throws IllegalArgumentException when it is not the one that the run was to read
     */
    default void read(DatasetRecord dataset) {}

    /** Whether a study may choose the run. */
    default boolean mayWin() {
        return true;
    }

    /** Whether the training stops at this value. */
    default boolean stops(String metric, double value, long round) {
        return false;
    }
}
