package io.modeltracking.store;

import io.modeltracking.store.query.Column;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index of all runs. Its content is that of the run files: it answers questions and can be made anew. */
public interface HistoryStore extends AutoCloseable {

    /** What is known of each run's journal, by run id; runs that may still grow without a trace are left out. */
    Map<String, JournalMark> settled();

    /**
     * Takes runs in, all or none. A run that is known with the same journal is left as it is, one that has grown is replaced.
     *
     * @return what was new and what was replaced
     */
    Taken record(Collection<RunFile> runs);

    /** Remembers a build; again with the same values, does nothing. */
    void remember(BuildFacts build);

    /** Runs in the order of their start. */
    List<RunEntry> runs(RunQuery query);

    /** Runs by a filter, in an order, with the values of some columns. */
    List<RunRow> search(RunSearch search);

    /** How many runs a search finds, whatever its limit and offset. */
    long count(RunSearch search);

    /** Every experiment, the one with the latest run first. */
    List<ExperimentRow> experiments();

    /** The names of all params, metrics or tags that any run has, sorted. */
    List<String> names(Column.Kind kind);

    /** What the code of an experiment required, build by build, in the order of their start. */
    List<BuildRules> rules(String experiment);

    /** The code of a build, as {@link BuildRules#commit} has it; empty where no run of it knows. */
    Optional<String> commit(String build);

    /** Ended runs that no ledger event has listed. */
    List<RunEntry> unlisted();

    /** Notes that a ledger event has listed these runs. */
    void listed(Collection<String> ids, long seq);

    /** Ended runs that the shared store of that name has not got as they are now. */
    List<RunEntry> unpushed(String store);

    /** Notes that the shared store has these runs, until they change. */
    void pushed(Collection<String> ids, String store);

    /** What is known of the runs of these ids; those that are not known are left out. */
    List<KnownRun> known(Collection<String> ids);

    /** Forgets everything, to be filled again. */
    void clear();

    @Override
    void close();

    /**
     * How many runs an index has taken.
     *
     * @param added that it did not know
     * @param refreshed that have grown since
     */
    record Taken(int added, int refreshed) {}

    /**
     * The state in which an index has a run.
     *
     * @param journalSha256 of the journal
     * @param modified as in {@link JournalMark}; in a shared store the number of the changes to the run
     * @param ledgerSeq the event that listed it; null where none has
     */
    record KnownRun(String id, String journalSha256, long modified, Long ledgerSeq) {}
}
