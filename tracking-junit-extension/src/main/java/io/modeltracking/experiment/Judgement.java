package io.modeltracking.experiment;

import io.modeltracking.run.Verdict;
import io.modeltracking.validation.ArtifactRule;
import io.modeltracking.validation.Observations;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Verdicts;
import java.util.List;
import java.util.function.Predicate;

/** What a run is required to be, and the verdicts on it. */
final class Judgement {

    private final RunLog log;
    private final RequirementsBook requirements;
    private final Holdouts holdouts;
    private final EvaluationLog evaluations;
    private Observations observations;
    private Verdicts verdicts;

    Judgement(RunLog log, RequirementsBook requirements, Holdouts holdouts, EvaluationLog evaluations) {
        this.log = log;
        this.requirements = requirements;
        this.holdouts = holdouts;
        this.evaluations = evaluations;
        this.observations = log;
    }

    /** Judges by the run's parts from now on, instead of what it has logged itself. */
    void observe(PartsObservations parts) {
        observations = parts;
    }

    Observations observations() {
        return observations;
    }

    /** Null before the run has been judged. */
    Verdicts verdicts() {
        return verdicts;
    }

    /** Null when there were no requirements, or the run has not been judged. */
    Verdict verdict() {
        if (verdicts == null || verdicts.checks().isEmpty()) {
            return null;
        }
        return verdicts.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED;
    }

    /** Of a run that was still open when its test ended. */
    void none() {
        verdicts = Verdicts.of(List.of(), observations);
    }

    /** Evaluates every requirement, and what is held out if the others accept the run. */
    Verdicts all(boolean failedBefore) {
        Verdicts first = of(rule -> !holdouts.areReadBy(rule));
        if (first.accepted() && !failedBefore) {
            holdouts.evaluate(evaluations);
        }
        // What is held out is logged by the run itself, also where the rest is the mean of its parts.
        Observations own = new BothObservations(observations, log);
        List<Rule> late =
                requirements.rules().stream().filter(holdouts::areReadBy).toList();
        return reached(first.and(Verdicts.of(late, own)));
    }

    /** Evaluates every requirement that a trial is judged by: what {@link #isForWinner} is asked of the winner alone. */
    Verdicts trial() {
        return reached(of(rule -> !isForWinner(rule)));
    }

    /** Evaluates every requirement of a part but those on what is held out, which are asked of the whole. */
    Verdicts part() {
        return reached(of(rule -> !holdouts.areReadBy(rule)));
    }

    private Verdicts of(Predicate<Rule> asked) {
        return Verdicts.of(requirements.rules().stream().filter(asked).toList(), observations);
    }

    private Verdicts reached(Verdicts reached) {
        verdicts = reached;
        reached.checks().forEach(check -> log.append(check, "A verdict"));
        return reached;
    }

    /** The requirements that a trial leaves to the winner: on artifacts, and on what is held out. */
    List<Rule> winnersRules() {
        return requirements.rules().stream().filter(this::isForWinner).toList();
    }

    private boolean isForWinner(Rule rule) {
        return rule instanceof ArtifactRule || holdouts.areReadBy(rule);
    }
}
