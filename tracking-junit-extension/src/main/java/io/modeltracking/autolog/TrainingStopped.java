package io.modeltracking.autolog;

/** Ends a training that its run does not want to go on with: see {@link AutologSink#shouldStop}. */
public final class TrainingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingStopped(String metric, double value, long round) {
        super("Training stopped at round " + round + ": " + metric + " = " + value);
    }
}
