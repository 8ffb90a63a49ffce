package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Objective;
import io.modeltracking.run.RunEvent.Trial;
import io.modeltracking.run.RunEvent.Winner;

/**
 * A run's part in a search.
 *
 * @param trial how it came by its params; null on what is no trial
 * @param objective what is optimised, on a trial with its value; null outside a search, and on a trial that never ended
 * @param winner whom a study chose; null on what is no study, and while there is none
 */
public record SearchRecord(Trial trial, Objective objective, Winner winner) {

    /** Of a run outside any search. */
    public static final SearchRecord NONE = new SearchRecord(null, null, null);
}
