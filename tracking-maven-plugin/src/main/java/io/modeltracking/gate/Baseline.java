package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;

/**
 * What a run is compared with.
 *
 * @param label as people know it: {@code motor-frequency/3 (Production)}
 * @param run that made it
 */
public record Baseline(String label, RunRecord run) {}
