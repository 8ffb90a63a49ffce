package io.modeltracking.experiment;

import io.modeltracking.Direction;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Origin;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Failure;
import io.modeltracking.run.RunEvent.Tag;
import io.modeltracking.run.SearchEvent.Winner;
import io.modeltracking.run.SharedStudy;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.validation.Observations;
import io.modeltracking.validation.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** How a study ends: with its winner, or with the reason why there is none. */
final class Conclusion {

    private final StudyDefinition study;
    private final TrialBook book;
    private final RunScope scope;
    private final boolean reruns;
    private final Optional<SharedTrials> shared;
    private final Ranking ranking;

    /** @param reruns whether the build runs failed tests again */
    Conclusion(StudyDefinition study, TrialBook book, RunScope scope, boolean reruns, Optional<SharedTrials> shared) {
        this.shared = shared;
        this.study = study;
        this.reruns = reruns;
        this.book = book;
        this.scope = scope;
        this.ranking = new Ranking(book.all(), study.settings());
    }

    /**
     * Closes the study's run.
     *
     * @param won whether the one trial that is made again was the winner
     * @return whether it has its winner
     * @throws AssertionFailedError or another, with which the study's test then fails
     */
    boolean reach(AskedTrials.Missing missing, boolean won) {
        if (!ranking.isEmpty()) {
            scope.artifacts()
                    .keep(
                            "ranking.csv",
                            out -> out.write(ranking.csv(study.parameters().space())));
        }
        Optional<TrialResult> fatal = book.fatal();
        if (fatal.isPresent()) {
            fail(fatal.get());
        } else if (problem().isPresent()) {
            end(new AssertionFailedError(
                    name() + " cannot go on with the other jobs: " + problem().get()
                            + ". The trials that this job ran are in its history; start it again with the same"
                            + " tracking.study.key, and it goes on"));
        } else if (!missing.broken().isEmpty()) {
            end(new AssertionFailedError(
                    name() + " failed: trials " + missing.broken() + " never came to open their runs"));
        } else if (!missing.deselected().isEmpty()) {
            abort("it is incomplete: trials " + missing.deselected()
                    + " were not selected, so that nothing was chosen; run the whole method");
        } else if (study.only() != null && !(won && book.best().isPresent())) {
            abort("trial " + study.only().number() + " alone was made again, so that nothing was chosen");
        } else if (ranking.isAborted()) {
            abort("so was each of its " + book.all().size() + " trials: "
                    + book.all().iterator().next().reasonOr("no reason given"));
        } else if (book.best().isEmpty()) {
            end(nobody());
        } else {
            win();
            return true;
        }
        return false;
    }

    private Optional<String> problem() {
        return shared.flatMap(SharedTrials::problem);
    }

    private String name() {
        return "Study " + scope.log().shortId() + " of " + study.experiment().name();
    }

    private void fail(TrialResult failed) {
        String message = name() + " failed: " + failed.label() + ": " + failed.reasonOr("it failed") + ". "
                + book.all().size() + " of " + study.planned() + " trials were tried"
                + (mayGoOn(failed) ? "; onTrialError = CONTINUE would go on" : "");
        AssertionFailedError error = new AssertionFailedError(message, failed.failure());
        finish(outcome(failed.status(), message, error), null);
        // Surefire never forgets the failure of what is no test: where it is to try again, only the trial has failed.
        if (!reruns) {
            throw error;
        }
    }

    /** A trial that lacks its objective tells of all others: it was named wrongly. */
    private static boolean mayGoOn(TrialResult failed) {
        return failed.status() != Status.INTERRUPTED && failed.objective() == null && failed.status() == Status.BROKEN;
    }

    private void finish(Outcome outcome, Verdict verdict) {
        Optional<Double> best = scope.log().metric(study.settings().objective());
        scope.finishStudy(
                outcome,
                verdict,
                best.map(value -> Map.entry(study.settings().objective().toString(), value)));
    }

    private static Outcome outcome(Status status, String reason, Throwable error) {
        Failure failure = Outcome.of(error).failure();
        return new Outcome(status, reason.lines().findFirst().orElse(reason), failure);
    }

    /** What JUnit shows are the trials: a study that came to nothing without anybody's fault does not fail beside them. */
    private void abort(String reason) {
        finish(new Outcome(Status.ABORTED, reason, null), null);
    }

    private void end(Error error) {
        finish(Outcome.of(error), error instanceof RejectedError ? Verdict.REJECTED : null);
        throw error;
    }

    private Error nobody() {
        List<TrialResult> misses = ranking.nearestMisses();
        if (misses.isEmpty()) {
            return new AssertionFailedError(
                    name() + " failed: none of " + book.all().size()
                            + " trials came to an objective: see what the first of them ran into" + others());
        }
        StringBuilder text = new StringBuilder(
                name() + ": none of " + book.all().size()
                        + " trials was accepted: widen the space, search longer, or reconsider the requirements\nThe nearest misses:");
        misses.forEach(miss -> text.append("\n  ✗ ").append(ranking.text(miss)));
        return new RejectedError(text.toString());
    }

    private String others() {
        StringBuilder text = new StringBuilder();
        book.all().stream().limit(3).forEach(result -> text.append("\n  ✗ ").append(ranking.text(result)));
        return text.toString();
    }

    private void win() {
        Optional<SharedStudy.Conclusion> other = shared.flatMap(SharedTrials::conclusion);
        if (other.isPresent()) {
            adopt(other.get());
        } else {
            TrialResult winner = book.best().orElseThrow();
            announce(winner);
            show(book.bestRun());
            judge(winner, book.bestRun());
        }
    }

    /** Says what the job says that ran the winner. */
    private void adopt(SharedStudy.Conclusion other) {
        announce(book.get(other.winner()).orElseThrow());
        scope.log().append(new Tag("search.concluded_by", other.study()), "A tag");
        other.metrics().forEach(metric -> scope.log().metric(metric.name(), metric.value(), null, metric.direction()));
        other.checks().forEach(check -> scope.log().append(check, "A verdict"));
        if (other.verdict() == Verdict.ACCEPTED) {
            finish(new Outcome(Status.FINISHED, null, null), Verdict.ACCEPTED);
        } else if (other.verdict() == Verdict.REJECTED) {
            end(new RejectedError(other.message()));
        } else {
            end(new AssertionFailedError(other.message()));
        }
    }

    private void announce(TrialResult winner) {
        RunLog log = scope.log();
        log.append(new Winner(winner.number(), winner.run(), winner.objective(), ranking.rule()), "The winner");
        for (TrialResult better : ranking.rejectedThoughBetter(winner)) {
            log.warning(
                    "rejected-though-better",
                    better.label() + " is REJECTED THOUGH BETTER: "
                            + study.settings().objective() + " = "
                            + Reals.text(better.objective()) + ", the winner's is "
                            + Reals.text(winner.objective()) + "; " + better.reason());
        }
        winner.point()
                .values()
                .forEach((name, value) -> log.param(
                        name, value, study.parameters().pinned().contains(name) ? Origin.COMMAND_LINE : Origin.SEARCH));
    }

    private void show(RunScope run) {
        RunLog log = scope.log();
        Observations trial = run.judgement().observations();
        trial.metricNames()
                .forEach(name -> trial.metric(MetricSelector.parse(name))
                        .ifPresent(value -> log.metric(name, value, null, direction(name, trial))));
        run.datasets().logWinner(log, scope.artifacts());
        run.sink().explanations().logWinner(scope.sink().explanations());
        run.evaluations().charts().logWinner(scope.evaluations().charts());
    }

    private String direction(String metric, Observations trial) {
        Direction own = study.settings().direction();
        return metric.equals(study.settings().objective().name())
                ? own.name()
                : trial.direction(metric).map(Enum::name).orElse(null);
    }

    /** Looks at what is held out, once, and asks the winner what no other trial is asked. */
    private void judge(TrialResult winner, RunScope run) {
        try {
            scope.evaluations().follow(run.evaluations());
            run.holdouts().evaluate(scope.evaluations());
        } catch (RuntimeException | Error e) {
            AssertionFailedError error = new AssertionFailedError(
                    name() + " failed: what the winner, " + winner.label() + ", holds out could not be evaluated: " + e
                            + ". What the supplier needs must live until the study ends",
                    e);
            tell(winner, null, error.getMessage(), Verdicts.of(List.of(), scope.log()));
            finish(outcome(Status.BROKEN, error.getMessage(), e), null);
            throw error;
        }
        Observations known = new BothObservations(run.judgement().observations(), scope.log());
        Verdicts verdicts = Verdicts.of(run.judgement().winnersRules(), known);
        verdicts.checks().forEach(check -> scope.log().append(check, "A verdict"));
        if (!verdicts.accepted()) {
            String message = name() + " is rejected with its winner, " + winner.label() + ": "
                    + verdicts.failed().size() + " of " + verdicts.checks().size() + " requirements failed"
                    + verdicts.message();
            tell(winner, Verdict.REJECTED, message, verdicts);
            end(new RejectedError(message));
        }
        tell(winner, Verdict.ACCEPTED, null, verdicts);
        run.evaluations().predictions().keepWhole(scope.evaluations().predictions());
        scope.evaluations().predictions().keepWhole();
        finish(new Outcome(Status.FINISHED, null, null), Verdict.ACCEPTED);
    }

    /** Lets the other jobs know: they wait for it. */
    private void tell(TrialResult winner, Verdict verdict, String message, Verdicts verdicts) {
        if (shared.isEmpty()) {
            return;
        }
        List<SharedStudy.Figure> metrics = new ArrayList<>();
        for (String name : scope.log().metricNames()) {
            scope.log()
                    .metric(MetricSelector.parse(name))
                    .ifPresent(value -> metrics.add(new SharedStudy.Figure(name, value, direction(name, scope.log()))));
        }
        try {
            SharedStudy.Conclusion counts = shared.get()
                    .conclude(new SharedStudy.Conclusion(
                            scope.log().started().id(), winner.number(), verdict, message, metrics, verdicts.checks()));
            if (counts.verdict() != verdict) {
                end(new AssertionFailedError(name() + " comes to another verdict than that of run " + counts.study()
                        + ", whose job judged the same trial before: derive all that is random from the run's seeds"));
            }
        } catch (SharedStudyException e) {
            end(new AssertionFailedError(name() + " cannot tell the other jobs its verdict: " + e.getMessage(), e));
        }
    }
}
