package io.modeltracking.autolog;

/** Thrown in place of a training that belongs to no run, where such trainings are refused. */
public final class UntrackedTrainingException extends RefusedTrainingException {

    private static final long serialVersionUID = 1L;

    UntrackedTrainingException(UntrackedTraining training) {
        super("This training belongs to no experiment, and tracking.untracked is fail: move it into a @ModelExperiment"
                + " method (called from " + training.caller() + ", thread " + training.thread() + ")");
    }
}
