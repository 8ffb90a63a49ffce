package io.modeltracking.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.modeltracking.run.RunEvent.Author;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody changed about a run that has ended: one line of {@code changes.jsonl} beside its journal.
 *
 * @param reason or null
 * @param name the run's new one, or null
 * @param tags to set
 * @param removed names of tags
 * @param note Markdown, or null
 * @param archived whether the run is archived or restored; null leaves it as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunChange(
        Instant time,
        Author author,
        String reason,
        String name,
        Map<String, String> tags,
        List<String> removed,
        String note,
        Boolean archived) {

    public RunChange {
        tags = Collections.unmodifiableMap(tags == null ? new TreeMap<>() : new TreeMap<>(tags));
        removed = removed == null ? List.of() : List.copyOf(removed);
    }
}
