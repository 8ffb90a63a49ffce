package io.modeltracking.registry;

import java.util.List;

/**
 * What taking runs into the history came to.
 *
 * @param added runs that were not known before
 * @param refreshed runs that had grown
 * @param outside how many of the new ones ran outside any build: in an IDE, or before the plugin was there
 * @param sent runs that a shared store has taken
 * @param rebuilt why the index was filled anew, or null
 * @param problems what was skipped or is not as it should be, one line each
 */
public record Recorded(int added, int refreshed, int outside, int sent, String rebuilt, List<String> problems) {

    public Recorded {
        problems = List.copyOf(problems);
    }
}
