package io.modeltracking.gate;

import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunRecord;
import java.util.Optional;

/**
 * What a run is compared with.
 *
 * @param label as people know it: {@code motor-frequency/3 (Production)}
 * @param run that made it; empty when it is no longer in the history, or is not what it was
 * @param figures its metrics and data; empty when nobody knows them any more
 * @param problem why there is no run to compare with, or null
 */
public record Baseline(String label, Optional<RunRecord> run, Optional<BaselineRecord> figures, String problem) {

    /** Of which all is known that is to be known. */
    public Baseline(String label, Optional<RunRecord> run, Optional<BaselineRecord> figures) {
        this(label, run, figures, null);
    }

    /** A run's own figures. */
    public Baseline(String label, Optional<RunRecord> run) {
        this(label, run, run.map(known -> BaselineRecord.of(null, label, known)));
    }
}
