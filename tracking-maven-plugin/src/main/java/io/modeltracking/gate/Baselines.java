package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import java.util.Optional;

/** Finds what a run is compared with. */
@FunctionalInterface
public interface Baselines {

    /** There is none. */
    Baselines NONE = (baseline, run) -> Optional.empty();

    /** @param baseline {@code production}, {@code accepted} or {@code last} */
    Optional<Baseline> of(String baseline, RunRecord run);
}
