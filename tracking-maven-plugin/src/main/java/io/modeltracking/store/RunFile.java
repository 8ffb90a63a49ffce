package io.modeltracking.store;

import io.modeltracking.run.RunRecord;

/**
 * A run as read from its folder, and the state of the journal it was read from.
 *
 * @param run with its later tags and notes
 * @param changes to the run after its end
 * @param journal may be older than the run: then the next look takes the run again
 */
public record RunFile(RunRecord run, RunChanges changes, JournalMark journal) {}
