package io.modeltracking.autolog;

/**
 * A training that belongs to no run.
 *
 * @param thread the name of the thread that it ran on
 * @param caller the line that called XGBoost, as in a stack trace
 */
public record UntrackedTraining(String thread, String caller) {}
