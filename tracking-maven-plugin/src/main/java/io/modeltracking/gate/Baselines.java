package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** How often the rows of a run's held-out data set have been looked at; empty where the run holds out no such one. */
    default OptionalInt looks(RunRecord run, String dataSet) {
        return OptionalInt.empty();
    }

    /** Why nobody can say now whether there is one; empty where it is known. */
    default Optional<String> unknown(String baseline) {
        return Optional.empty();
    }

    /** @param baseline {@code production}, {@code accepted} or {@code last} */
    Optional<Baseline> of(String baseline, RunRecord run);
}
