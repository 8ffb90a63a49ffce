package io.modeltracking.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Studies whose trials several jobs share out. Trials are given out one at a time, under a lock on the study, so that numbers
 * have no gap and none runs twice; the database's clock alone says when a lease is over.
 */
public final class TrialLeases {

    private final String name;
    private final Jdbi jdbi;
    private final Duration lease;

    TrialLeases(String name, Jdbi jdbi, Duration lease) {
        this.name = name;
        this.jdbi = jdbi;
        this.lease = lease;
    }

    /** What jobs meet by: all three are the same. */
    public record Key(String build, String module, String experiment) {}

    /**
     * A study as the job that came first began it.
     *
     * @param definition what has to be the same in all jobs, as JSON
     * @param given the points that are tried first, as JSON
     */
    public record Begun(long study, String definition, String given) {}

    /** A lease of a trial: whoever has another attempt of it has lost it. */
    public record Lease(int number, int attempt) {}

    /** What a job is to do. */
    public enum State {
        TRIAL,
        WAIT,
        DONE
    }

    /**
     * What a job is to do now.
     *
     * @param lease null unless there is a trial for it
     * @param proposal what the trial is to try, as JSON; null when the job has to choose that
     * @param news how trials have ended that the job has not heard of
     * @param running those that have their proposals and no end
     * @param conclusion the verdict, as JSON; null while there is none
     */
    public record Turn(
            State state,
            Lease lease,
            String proposal,
            List<Ended> news,
            List<Running> running,
            long revision,
            String conclusion) {}

    /** How a trial ended, as JSON. */
    public record Ended(int number, String result) {}

    /** What a trial tries, as JSON. */
    public record Running(int number, String proposal) {}

    /** How long a lease holds unless it is renewed. */
    public Duration lease() {
        return lease;
    }

    /** Begins a study, or joins the one that another job has begun. */
    public Begun join(Key key, String definition, String given, int planned) {
        return explained(handle -> {
            handle.createUpdate("insert into shared_studies (build, module, experiment, definition, given, planned)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .bind(0, key.build())
                    .bind(1, key.module())
                    .bind(2, key.experiment())
                    .bind(3, definition)
                    .bind(4, given)
                    .bind(5, planned)
                    .execute();
            return handle.createQuery("select study, definition, given from shared_studies"
                            + " where build = ? and module = ? and experiment = ?")
                    .bind(0, key.build())
                    .bind(1, key.module())
                    .bind(2, key.experiment())
                    .map((row, context) -> new Begun(row.getLong(1), row.getString(2), row.getString(3)))
                    .one();
        });
    }

    /**
     * Gives out the next trial: one that a job has lost, else the one behind all others. As long as one has no proposal, none
     * is given out, so that each is chosen in knowledge of all before.
     *
     * @param since the revision up to which the job knows how trials have ended
     */
    public Turn next(long study, String owner, long since) {
        return locked(study, work -> work.turn(since, work.lease(owner)));
    }

    /**
     * Gives out a trial that has ended, when whoever ran it is gone: only there could its model be looked at.
     *
     * @return state WAIT while it is there still, or the study has its verdict
     */
    public Turn again(long study, String owner, long since, int number) {
        return locked(study, work -> work.turn(since, work.again(owner, number)));
    }

    /** Keeps what a trial is to try. */
    public boolean propose(long study, String owner, Lease trial, String proposal) {
        return locked(study, work -> work.propose(owner, trial, proposal));
    }

    /**
     * Keeps how a trial ended.
     *
     * @return whether it counts: not when the lease was lost
     */
    public boolean finish(long study, String owner, Lease trial, String result) {
        return locked(study, work -> work.finish(owner, trial, result));
    }

    /** Gives a trial back, for whoever asks next. */
    public void release(long study, String owner, Lease trial) {
        locked(study, work -> {
            work.release(owner, trial);
            return null;
        });
    }

    /** Lets no further trial begin. The first reason stays. */
    public void end(long study, String reason) {
        explained(handle -> handle.createUpdate("update shared_studies set ended = coalesce(ended, ?) where study = ?")
                .bind(0, reason)
                .bind(1, study)
                .execute());
    }

    /**
     * Keeps the verdict. The first one stays.
     *
     * @return the one that counts
     */
    public String conclude(long study, String conclusion) {
        return explained(handle -> handle.createQuery("update shared_studies"
                        + " set conclusion = coalesce(conclusion, ?), ended = coalesce(ended, 'it has its verdict')"
                        + " where study = ? returning conclusion")
                .bind(0, conclusion)
                .bind(1, study)
                .mapTo(String.class)
                .one());
    }

    /** Prolongs the leases of jobs that are there, also of trials that have ended. */
    public void renew(Collection<String> owners) {
        explained(handle -> handle.createUpdate("update shared_trials t set leased_until = " + until()
                        + " from shared_studies s where s.study = t.study and t.owner = any(:owners)"
                        + " and (s.ended is null or t.leased_until > clock_timestamp())")
                .bindArray("owners", String.class, owners.toArray())
                .execute());
    }

    /** Gives back all that a job has: it is gone. */
    public void leave(String owner) {
        explained(handle -> handle.createUpdate("update shared_trials set leased_until = '-infinity' where owner = ?")
                .bind(0, owner)
                .execute());
    }

    private String until() {
        return "clock_timestamp() + interval '" + lease.toMillis() + " milliseconds'";
    }

    private <T> T locked(long study, Function<LockedStudy, T> work) {
        return explained(handle ->
                handle.inTransaction(transaction -> work.apply(LockedStudy.lock(transaction, study, until())
                        .orElseThrow(() -> new StoreException("There is no shared study " + study + " in " + name
                                + ": somebody has removed it while it ran")))));
    }

    private <T> T explained(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw PostgresDatabase.explain(name, e);
        }
    }
}
