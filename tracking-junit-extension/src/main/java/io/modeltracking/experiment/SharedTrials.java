package io.modeltracking.experiment;

import io.modeltracking.run.Reals;
import io.modeltracking.run.SharedStudy.Ask;
import io.modeltracking.run.SharedStudy.Choice;
import io.modeltracking.run.SharedStudy.Conclusion;
import io.modeltracking.run.SharedStudy.Ended;
import io.modeltracking.run.SharedStudy.Heard;
import io.modeltracking.run.SharedStudy.Join;
import io.modeltracking.run.SharedStudy.Joined;
import io.modeltracking.run.SharedStudy.Settled;
import io.modeltracking.run.SharedStudy.State;
import io.modeltracking.run.SharedStudy.Told;
import io.modeltracking.run.SharedStudy.Turn;
import io.modeltracking.run.SharedStudy.Word;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The trials of a study that several jobs share: this job's as they are leased to it, one at a time, and how all others ended.
 * The winner is judged by the job that ran it; when that is gone, another makes its trial again.
 */
final class SharedTrials {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final BrokerClient broker;
    private final SharedResults results;
    private final String owner;
    private final Set<Integer> elsewhere = new TreeSet<>();
    private final long study;
    private final List<Given> given;
    private long revision;
    private Turn turn;
    private Proposal proposal;
    private TrialResult again;
    private Conclusion conclusion;
    private boolean ended;
    private String problem;

    private SharedTrials(BrokerClient broker, SharedResults results, Joined joined, String owner) {
        this.broker = broker;
        this.results = results;
        this.owner = owner;
        this.study = joined.study();
        this.given = results.given(joined.given());
    }

    /**
     * Joins the study that another job has begun, or begins it.
     *
     * @param given points that are tried first, unless another job has begun with its own
     * @throws SharedStudyException when another job's study differs
     */
    static SharedTrials join(BrokerClient broker, StudyDefinition study, SourceState source, List<Given> given) {
        SharedResults results = new SharedResults(study.parameters().space());
        String owner = UUID.randomUUID().toString();
        ExperimentDefinition experiment = study.experiment();
        Join join = new Join(
                experiment.name() + " " + experiment.where(),
                owner,
                ProcessHandle.current().pid(),
                study.shared(source),
                results.starts(given),
                study.planned());
        return new SharedTrials(broker, results, broker.ask("/join", join, Joined.class), owner);
    }

    /** The points that are tried first: the same in all jobs. */
    List<Given> given() {
        return given;
    }

    /**
     * Waits for a trial of this job's.
     *
     * @param early why no further trial should begin
     * @return false when the study has ended, or cannot go on
     */
    boolean awaitsTrial(TrialBook book, Proposals proposals, Supplier<Optional<String>> early) {
        try {
            return problem == null && await(book, proposals, early);
        } catch (SharedStudyException e) {
            problem = e.getMessage();
            return false;
        }
    }

    private boolean await(TrialBook book, Proposals proposals, Supplier<Optional<String>> early) {
        Integer winner = null;
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            ask(winner, book);
            if (turn.conclusion() != null) {
                conclusion = turn.conclusion();
                return false;
            }
            if (winner == null && !ended && early.get().isPresent()) {
                end(early.get().get());
            } else if (turn.state() == State.TRIAL && begins(winner, book, proposals)) {
                return true;
            } else if (turn.state() == State.DONE) {
                if (book.fatal().isPresent() || book.best().isEmpty() || book.bestRun() != null) {
                    return false;
                }
                winner = book.best().get().number();
            } else if (turn.state() == State.WAIT) {
                BrokerClient.pause(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    private void ask(Integer winner, TrialBook book) {
        Turn before = turn;
        turn = broker.ask("/turn", new Ask(study, owner, revision, winner), Turn.class);
        revision = turn.revision();
        turn.ended().forEach(trial -> take(trial, book));
        if (proposal != null && turn.number() != null && isSame(before)) {
            throw new SharedStudyException(
                    "trial " + turn.number() + " came to no end in this job: run it whole", null);
        }
    }

    private boolean isSame(Turn before) {
        return turn.number().equals(before.number()) && turn.attempt().equals(before.attempt());
    }

    private void take(Ended trial, TrialBook book) {
        boolean own = book.get(trial.number())
                .filter(known -> known.run().equals(trial.run()))
                .isPresent();
        if (!own) {
            elsewhere.add(trial.number());
            book.add(results.of(trial), null);
        }
    }

    private void end(String reason) {
        ended = true;
        broker.ask("/study", new Word(study, owner, reason, null), Settled.class);
        if (turn.state() == State.TRIAL) {
            broker.ask("/trial", new Told(study, owner, turn.number(), turn.attempt(), null, null), Heard.class);
        }
    }

    /** @return false when the lease was lost meanwhile */
    private boolean begins(Integer winner, TrialBook book, Proposals proposals) {
        int number = turn.number();
        if (turn.choice() != null) {
            proposal = results.of(number, turn.choice());
        } else {
            Proposal chosen = proposals.of(
                    number,
                    book.before(number),
                    turn.running().stream().map(results::of).toList());
            if (!tell(results.of(chosen), null)) {
                return false;
            }
            proposal = chosen;
        }
        if (winner != null) {
            again = book.again(winner);
            elsewhere.remove(winner);
        }
        return true;
    }

    private boolean tell(Choice choice, Ended end) {
        return broker.ask("/trial", new Told(study, owner, turn.number(), turn.attempt(), choice, end), Heard.class)
                .counts();
    }

    /** What this job is to try now. */
    Proposal proposal() {
        return proposal;
    }

    /**
     * Why the study cannot go on, at the objective of a trial that is made again. The other jobs hear of it.
     *
     * @param run of this job's study
     */
    Optional<String> contradiction(String run, double objective) {
        if (again == null || again.objective() == objective) {
            return Optional.empty();
        }
        String text = "Made again, as the job that ran it is gone, the best trial comes to " + Reals.text(objective)
                + " instead of " + Reals.text(again.objective())
                + ": derive all that is random from the run's seeds, and search again with another tracking.study.key";
        conclude(new Conclusion(run, again.number(), null, text, List.of(), List.of()));
        problem = text;
        return Optional.of(text);
    }

    /**
     * Tells the others how this job's trial ended. One that was interrupted is given back.
     *
     * @return whether it counts: not when another job has it now
     */
    boolean tell(TrialResult result) {
        if (problem != null) {
            return true;
        }
        try {
            return tell(null, result.status() == Status.INTERRUPTED ? null : results.of(result));
        } catch (SharedStudyException e) {
            problem = e.getMessage();
            return true;
        }
    }

    /** Numbers of the trials that other jobs ran. */
    Set<Integer> elsewhere() {
        return elsewhere;
    }

    /** What is missing so that the study cannot go on. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What another job said of the winner that it ran. */
    Optional<Conclusion> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    /**
     * Says the verdict on the winner that this job ran.
     *
     * @return the one that counts
     * @throws SharedStudyException when there is no answer
     */
    Conclusion conclude(Conclusion own) {
        return broker.ask("/study", new Word(study, owner, null, own), Settled.class)
                .conclusion();
    }

    /** What this job has not ended is there for others. */
    void leave() {
        if (problem == null) {
            try {
                broker.ask("/study", new Word(study, owner, null, null), Settled.class);
            } catch (SharedStudyException e) {
                problem = e.getMessage();
            }
        }
    }
}
