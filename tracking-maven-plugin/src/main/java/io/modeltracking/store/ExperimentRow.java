package io.modeltracking.store;

import java.time.Instant;

/**
 * An experiment over all builds.
 *
 * @param model the last one by its name, or null
 * @param runs how many, without trials, repeats and folds
 * @param parts how many trials, repeats and folds
 * @param running how many of both have not ended
 * @param rejected how many of {@code runs} missed a requirement
 * @param faults how many of {@code runs} failed, broke or were interrupted
 * @param latest when its latest run started
 */
public record ExperimentRow(
        String name, String model, long runs, long parts, long running, long rejected, long faults, Instant latest) {}
