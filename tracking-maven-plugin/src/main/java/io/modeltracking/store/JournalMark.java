package io.modeltracking.store;

/**
 * The state of a journal when it was taken, by which a later look knows whether it has changed.
 *
 * @param sha256 of its first {@code bytes} bytes
 * @param modified the time of the file, or of the changes beside it when those are later, in nanoseconds since
 *     1970-01-01T00:00Z
 */
public record JournalMark(String sha256, long bytes, long modified) {}
