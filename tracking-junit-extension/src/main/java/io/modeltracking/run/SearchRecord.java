package io.modeltracking.run;

import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Trial;
import io.modeltracking.run.SearchEvent.Winner;
import java.util.List;

/**
 * A run's part in a search.
 *
 * @param trial how it came by its params; null on what is no trial
 * @param objective what is optimised, on a trial with its value; null outside a search, and on a trial that never ended
 * @param winner whom a study chose; null on what is no study, and while there is none
 * @param reused trials of an earlier run of the study that are part of this one too
 */
public record SearchRecord(Trial trial, Objective objective, Winner winner, List<SearchEvent.Reused> reused) {

    /** Of a run outside any search. */
    public static final SearchRecord NONE = new SearchRecord(null, null, null, List.of());

    public SearchRecord {
        reused = List.copyOf(reused);
    }
}
