package io.modeltracking.store;

import io.modeltracking.run.RunRecord;

/**
 * A run as read from its folder, and the state of the journal it was read from.
 *
 * @param journal may be older than the run: then the next look takes the run again
 */
public record RunFile(RunRecord run, JournalMark journal) {}
