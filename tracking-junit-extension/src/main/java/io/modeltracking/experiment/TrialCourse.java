package io.modeltracking.experiment;

import io.modeltracking.Trial;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.validation.Observations;
import io.modeltracking.validation.Verdicts;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A trial of a study: rejected, pruned and forgiven ones end as aborted, and the study hears of each. */
final class TrialCourse implements Course {

    private static final String LOST = "another job of the study has taken the trial over";

    private final Study study;
    private final TrialHandle trial;
    private Throwable thrown;
    private Double objective;
    private Verdicts verdicts;

    TrialCourse(Study study, Proposal proposal) {
        this.study = study;
        this.trial = new TrialHandle(study, proposal);
    }

    @Override
    public ExperimentDefinition experiment() {
        return study.experiment();
    }

    /** What an earlier attempt finished stays as it is. */
    @Override
    public ConditionEvaluationResult condition() {
        return study.reused(trial.number())
                .map(result -> ConditionEvaluationResult.disabled(result.label() + " finished in an earlier attempt"))
                .orElseGet(() -> ConditionEvaluationResult.enabled(null));
    }

    @Override
    public RunScope open(String uniqueId) {
        return study.openTrial(uniqueId, trial);
    }

    @Override
    public Throwable shown(Throwable throwable) {
        if (thrown == null) {
            thrown = throwable;
        }
        if (trial.stopped() != null && TrialEnd.isStop(throwable)) {
            return new TrialEnd("Trial " + trial.number() + " is " + trial.stopped(), throwable);
        }
        if (!study.settings().goesOn()
                || throwable instanceof TestAbortedException
                || throwable instanceof InterruptedException) {
            return throwable;
        }
        return new TrialEnd(
                "Trial " + trial.number() + " failed, and the study goes on: "
                        + Outcome.of(throwable).reason(),
                throwable);
    }

    /** With parts, a pruner compares the mean of those so far. */
    @Override
    public boolean endsAfter(int parts, Observations soFar) {
        soFar.metric(study.settings().objective()).ifPresent(mean -> trial.compare(parts - 1, mean));
        return parts == experiment().parts().size() || trial.shouldStop();
    }

    @Override
    public void judge(RunScope scope, boolean failed) {
        if (failed) {
            return;
        }
        if (trial.stopped() != null) {
            throw new TrialEnd("Trial " + trial.number() + " is " + trial.stopped(), null);
        }
        Observations logged = scope.judgement().observations();
        Optional<Double> value = logged.metric(study.settings().objective());
        if (value.isEmpty() || value.get().isNaN()) {
            throw sneaky(shown(new AssertionFailedError("Trial " + trial.number() + " has no objective: "
                    + study.settings().objective()
                    + (value.isEmpty() ? " was never logged; logged were " + logged.metricNames() : " is NaN"))));
        }
        study.continues(trial, value.get());
        objective = value.get();
        verdicts = scope.judgeTrial();
        if (!verdicts.accepted()) {
            throw new TrialEnd(
                    "Trial " + trial.number() + " is rejected: "
                            + verdicts.failed().size() + " of "
                            + verdicts.checks().size() + " requirements failed" + verdicts.message(),
                    null);
        }
    }

    private static RuntimeException sneaky(Throwable shown) {
        if (shown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) shown;
    }

    @Override
    public void finish(RunScope scope, Optional<Throwable> shown) {
        Outcome outcome = outcome(shown);
        State state = state(outcome);
        Verdict verdict = null;
        Double violation = null;
        if (state == State.COMPLETE) {
            verdict = verdicts.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED;
            violation = Violations.sum(verdicts);
        }
        Spread spread =
                objective == null ? null : Spread.of(scope, study.settings().objective());
        scope.log().append(trial.objective(objective, violation, spread), "The objective");
        TrialResult result = new TrialResult(
                trial.number(),
                trial.proposal().point(),
                scope.log().started().id(),
                outcome.status(),
                verdict,
                outcome.reason(),
                objective,
                spread,
                violation == null ? 0 : violation,
                state,
                trial.intermediate(),
                outcome.failure() == null ? null : thrown == null ? shown.orElse(null) : thrown);
        if (study.counts(result)) {
            scope.finish(outcome, verdict);
            study.finished(result, scope);
        } else {
            scope.finish(new Outcome(Status.ABORTED, LOST, null), null);
            study.lost(result);
        }
    }

    private Outcome outcome(Optional<Throwable> shown) {
        if (trial.stopped() != null && (thrown == null || TrialEnd.isStop(thrown))) {
            return new Outcome(Status.PRUNED, trial.stopped(), null);
        }
        if (thrown != null) {
            return Outcome.of(thrown);
        }
        if (verdicts != null && !verdicts.accepted()) {
            return new Outcome(Status.ABORTED, verdicts.reason(), null);
        }
        return Outcome.of(shown);
    }

    private State state(Outcome outcome) {
        if (outcome.status() == Status.PRUNED) {
            return State.PRUNED;
        }
        boolean judged = verdicts != null && outcome.failure() == null;
        return judged ? State.COMPLETE : State.FAILED;
    }

    @Override
    public Optional<Callable<Object>> argument(Parameter parameter) {
        if (parameter.getType() == Trial.class) {
            return Optional.of(() -> trial);
        }
        return study.parameters()
                .binding(parameter)
                .map(binding -> () -> binding.of(trial.proposal().point()));
    }
}
