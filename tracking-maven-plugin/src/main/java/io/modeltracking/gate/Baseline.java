package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import java.util.Optional;

/**
 * What a run is compared with.
 *
 * @param label as people know it: {@code motor-frequency/3 (Production)}
 * @param run that made it; empty when it is no longer in the history
 */
public record Baseline(String label, Optional<RunRecord> run) {}
