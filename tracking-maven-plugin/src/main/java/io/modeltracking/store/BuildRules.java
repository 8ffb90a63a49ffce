package io.modeltracking.store;

import java.time.Instant;
import java.util.List;

/**
 * What the code of an experiment required in one build; each run outside any build counts as one of its own.
 *
 * @param started when the first run of the experiment did
 * @param commit full hash, with {@code + changes} behind it where there were uncommitted ones; null where it is not known
 * @param complete whether a run came to its end, where all of its requirements are judged
 * @param rules of metrics, intervals, gaps and baselines, as {@link io.modeltracking.run.RunEvent.Check#rule} has them
 */
public record BuildRules(Instant started, String commit, boolean complete, List<String> rules) {

    public BuildRules {
        rules = List.copyOf(rules);
    }
}
