package io.modeltracking.store;

import io.modeltracking.store.TrialLeases.Ended;
import io.modeltracking.store.TrialLeases.Lease;
import io.modeltracking.store.TrialLeases.Running;
import io.modeltracking.store.TrialLeases.State;
import io.modeltracking.store.TrialLeases.Turn;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A shared study within a transaction that nobody else has at the same time. */
final class LockedStudy {

    private final Handle handle;
    private final long study;
    private final String until;
    private final int planned;
    private final boolean ended;
    private final String conclusion;

    /** @param live whether its lease holds */
    private record Row(int number, int attempt, String owner, boolean live, String proposal, boolean finished) {}

    private record Given(State state, Row trial) {}

    private LockedStudy(Handle handle, long study, String until, int planned, boolean ended, String conclusion) {
        this.handle = handle;
        this.study = study;
        this.until = until;
        this.planned = planned;
        this.ended = ended;
        this.conclusion = conclusion;
    }

    /** @param until the end of a new lease, in SQL */
    static Optional<LockedStudy> lock(Handle handle, long study, String until) {
        return handle.createQuery(
                        "select planned, ended is not null, conclusion from shared_studies where study = ? for update")
                .bind(0, study)
                .map((row, context) ->
                        new LockedStudy(handle, study, until, row.getInt(1), row.getBoolean(2), row.getString(3)))
                .findOne();
    }

    Given lease(String owner) {
        List<Row> rows = rows();
        List<Row> open = rows.stream().filter(row -> !row.finished()).toList();
        Optional<Row> own =
                open.stream().filter(row -> row.owner().equals(owner)).findFirst();
        if (own.isPresent() && !ended) {
            // A job has one at a time: it has not heard that it has this one.
            return new Given(State.TRIAL, own.get());
        }
        Optional<Row> lost = open.stream().filter(row -> !row.live()).findFirst();
        if (ended) {
            return new Given(open.stream().anyMatch(Row::live) ? State.WAIT : State.DONE, null);
        }
        if (lost.isPresent()) {
            return new Given(State.TRIAL, take(owner, lost.get()));
        }
        if (open.stream().anyMatch(row -> row.proposal() == null)) {
            return new Given(State.WAIT, null);
        }
        if (rows.size() < planned) {
            return new Given(State.TRIAL, begin(owner, rows.size()));
        }
        return new Given(open.isEmpty() ? State.DONE : State.WAIT, null);
    }

    Given again(String owner, int number) {
        return rows().stream()
                .filter(row -> conclusion == null && row.number() == number && row.finished())
                .filter(row -> !row.live())
                .findFirst()
                .map(row -> new Given(State.TRIAL, take(owner, row)))
                .orElseGet(() -> new Given(State.WAIT, null));
    }

    Turn turn(long since, Given given) {
        Row trial = given.trial();
        List<Ended> news = handle.createQuery("select number, result from shared_trials"
                        + " where study = ? and result is not null and revision > ? order by number")
                .bind(0, study)
                .bind(1, since)
                .map((row, context) -> new Ended(row.getInt(1), row.getString(2)))
                .list();
        List<Running> running = rows().stream()
                .filter(row -> !row.finished() && row.proposal() != null)
                .filter(row -> trial == null || row.number() != trial.number())
                .map(row -> new Running(row.number(), row.proposal()))
                .toList();
        long revision = handle.createQuery("select revision from shared_studies where study = ?")
                .bind(0, study)
                .mapTo(Long.class)
                .one();
        return new Turn(
                given.state(),
                trial == null ? null : new Lease(trial.number(), trial.attempt()),
                trial == null ? null : trial.proposal(),
                news,
                running,
                revision,
                conclusion);
    }

    /** A late end counts while nobody has taken the trial over, unless the study has gone on without it. */
    boolean finish(String owner, Lease trial, String result) {
        long revision = handle.createQuery(
                        "update shared_studies set revision = revision + 1 where study = ? returning revision")
                .bind(0, study)
                .mapTo(Long.class)
                .one();
        String also = ended ? "leased_until > clock_timestamp()" : "true";
        return handle.createUpdate("update shared_trials set result = :result, revision = :revision, leased_until = "
                                + until + " where study = :study and number = :number and attempt = :attempt"
                                + " and owner = :owner and " + also)
                        .bind("result", result)
                        .bind("revision", revision)
                        .bind("study", study)
                        .bind("number", trial.number())
                        .bind("attempt", trial.attempt())
                        .bind("owner", owner)
                        .execute()
                == 1;
    }

    /** @return whether the trial is still the owner's */
    boolean propose(String owner, Lease trial, String proposal) {
        return update("proposal = :value", owner, trial, proposal);
    }

    void release(String owner, Lease trial) {
        update("leased_until = cast(:value as timestamptz)", owner, trial, "-infinity");
    }

    private boolean update(String change, String owner, Lease trial, String value) {
        return handle.createUpdate(
                                "update shared_trials set " + change
                                        + " where study = :study and number = :number and attempt = :attempt and owner = :owner")
                        .bind("value", value)
                        .bind("study", study)
                        .bind("number", trial.number())
                        .bind("attempt", trial.attempt())
                        .bind("owner", owner)
                        .execute()
                == 1;
    }

    private Row take(String owner, Row lost) {
        Row taken = new Row(lost.number(), lost.attempt() + 1, owner, true, lost.proposal(), lost.finished());
        handle.createUpdate("update shared_trials set attempt = ?, owner = ?, leased_until = " + until
                        + " where study = ? and number = ?")
                .bind(0, taken.attempt())
                .bind(1, owner)
                .bind(2, study)
                .bind(3, taken.number())
                .execute();
        return taken;
    }

    private Row begin(String owner, int number) {
        handle.createUpdate(
                        "insert into shared_trials (study, number, attempt, owner, leased_until) values (?, ?, 1, ?, "
                                + until + ")")
                .bind(0, study)
                .bind(1, number)
                .bind(2, owner)
                .execute();
        return new Row(number, 1, owner, true, null, false);
    }

    private List<Row> rows() {
        return handle.createQuery("select number, attempt, owner, leased_until > clock_timestamp(), proposal,"
                        + " result is not null from shared_trials where study = ? order by number")
                .bind(0, study)
                .map((row, context) -> new Row(
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getBoolean(6)))
                .list();
    }
}
