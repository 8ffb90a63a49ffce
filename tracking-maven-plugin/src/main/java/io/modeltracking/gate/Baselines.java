package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import java.util.Optional;

/** Finds what a run is compared with. */
@FunctionalInterface
public interface Baselines {

    /** There is none. */
    Baselines NONE = (baseline, run) -> Optional.empty();

    /**
     * A metric of a run less that of a baseline, on the rows whose predictions both have kept.
     *
     * @param metric without the data set
     */
    default Difference difference(Baseline baseline, RunRecord run, String dataSet, String metric) {
        return Difference.none("no predictions are at hand");
    }

    /** @param baseline {@code production}, {@code accepted} or {@code last} */
    Optional<Baseline> of(String baseline, RunRecord run);
}
