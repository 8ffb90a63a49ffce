package io.modeltracking.experiment;

/** Trainings on this thread, and on those it starts, are logged to a run while this is open. */
interface AutologScope extends AutoCloseable {

    AutologScope NONE = () -> {};

    static AutologScope bind(RunScope scope, boolean on) {
        return NONE;
    }

    @Override
    void close();
}
