package io.modeltracking.store;

import io.modeltracking.run.Status;
import java.time.Instant;

/**
 * A run as the index has it.
 *
 * @param module {@code groupId:artifactId}, or null
 * @param build id of the build that ran it; null when it ran outside any
 */
public record RunEntry(
        String id,
        String experiment,
        String module,
        String build,
        Status status,
        Instant started,
        JournalMark journal) {}
