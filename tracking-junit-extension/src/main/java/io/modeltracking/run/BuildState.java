package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Maven build that a run was part of, so far as the run may depend on it.
 *
 * @param goals as typed
 * @param profiles as typed
 * @param properties as typed, those that may be recorded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BuildState(
        String mavenVersion, List<String> goals, List<String> profiles, SortedMap<String, String> properties) {

    public BuildState {
        goals = goals == null ? List.of() : List.copyOf(goals);
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        properties =
                Collections.unmodifiableSortedMap(properties == null ? new TreeMap<>() : new TreeMap<>(properties));
    }
}
