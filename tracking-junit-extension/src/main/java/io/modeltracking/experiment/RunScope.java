package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.Evaluation;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.provenance.DerivedSeeds;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.validation.ArtifactRule;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Verdicts;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One run from opening to close, with what it logs to and the runs nested in it. */
final class RunScope {

    private final TrackingSession session;
    private final ExperimentDefinition experiment;
    private final RunScope parent;
    private final RunLog log;
    private final ArtifactLog artifacts;
    private final RequirementsBook requirements;
    private final Seeds seeds;
    private final DatasetLog datasets;
    private final ModelLog models;
    private final EvaluationLog evaluations;
    private final List<RunScope> children = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Evaluation>> holdouts = new LinkedHashMap<>();
    private final Selection selection;
    private final RunSink sink;
    private final TrackedRun run;
    private AutologScope autolog = AutologScope.NONE;
    private Verdicts verdicts;

    /**
     * @param rules that are known from the start
     * @param trial number of the run in its study, 0 without one
     * @param selection what the run is chosen by
     */
    private RunScope(
            TrackingSession session,
            ExperimentDefinition experiment,
            RunScope parent,
            RunLog log,
            List<Rule> rules,
            int trial,
            Selection selection) {
        this.session = session;
        this.experiment = experiment;
        this.parent = parent;
        this.log = log;
        this.artifacts = new ArtifactLog(log, log.artifacts());
        this.selection = selection;
        this.requirements = new RequirementsBook(rules, () -> log.requireOpen("A requirement"));
        this.seeds = parent == null ? seeds(experiment, trial, log) : parent.seeds;
        this.datasets = new DatasetLog(
                log, artifacts, seeds, session.configuration().root().base());
        this.models = new ModelLog(log, artifacts);
        ChartLog charts = new ChartLog(log, artifacts);
        this.evaluations = new EvaluationLog(log, charts);
        this.sink = new RunSink(log, seeds, artifacts, charts, models, datasets, selection);
        this.run = new TrackedRun(this);
    }

    private static Seeds seeds(ExperimentDefinition experiment, int trial, RunLog log) {
        return new DerivedSeeds(
                experiment.seed(),
                experiment.name(),
                trial,
                seed -> log.append(seed, "Seed \"" + String.join("/", seed.path()) + "\""));
    }

    static RunScope open(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        RunLog log = session.open(experiment, uniqueId, links);
        return new RunScope(session, experiment, null, log, experiment.rules(), 0, Selection.NONE);
    }

    /** Opens the run of a study, which has requirements only through its winner. */
    static RunScope openStudy(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        RunLog log = session.open(experiment, uniqueId, links);
        return new RunScope(session, experiment, null, log, List.of(), 0, Selection.NONE);
    }

    /** Opens the run of a trial. */
    RunScope openTrial(String uniqueId, int trial, Selection selection) {
        RunLog log = session.openTrial(experiment, this.log.started(), uniqueId, trial);
        return new RunScope(session, experiment, null, log, experiment.rules(), trial, selection);
    }

    RunLog log() {
        return log;
    }

    ArtifactLog artifacts() {
        return artifacts;
    }

    RequirementsBook requirements() {
        return requirements;
    }

    Seeds seeds() {
        return seeds;
    }

    DatasetLog datasets() {
        return datasets;
    }

    ModelLog models() {
        return models;
    }

    EvaluationLog evaluations() {
        return evaluations;
    }

    RunSink sink() {
        return sink;
    }

    Run run() {
        return run;
    }

    /** Opens a nested run; trainings on this thread are logged to it until it closes. */
    Run child(String name) {
        log.requireOpen("Child run \"" + name + "\"");
        RunLog opened = session.openChild(experiment, log.started(), name);
        RunScope child = new RunScope(session, experiment, this, opened, List.of(), 0, selection);
        children.add(child);
        child.autolog = AutologScope.bind(child, experiment.autolog());
        return child.run;
    }

    void dataset(String name, Dataset dataset) {
        if (dataset.role().filter(Role.HOLDOUT::equals).isPresent()) {
            selection.refuse(name, log);
        }
        datasets.log(name, dataset);
    }

    void holdout(String dataSet, Supplier<Evaluation> evaluation) {
        log.requireOpen("Hold-out \"" + dataSet + "\"");
        selection.refuse(dataSet, log);
        synchronized (holdouts) {
            if (holdouts.putIfAbsent(dataSet, evaluation) != null) {
                throw new IllegalArgumentException(
                        "Hold-out \"" + dataSet + "\" is evaluated already: what is held out is looked at once");
            }
        }
    }

    /** Evaluates every requirement, and what is held out if the others accept the run. */
    synchronized Verdicts judge(boolean failedBefore) {
        if (verdicts == null) {
            children.forEach(child -> child.closeChild());
            List<Rule> rules = requirements.rules();
            List<Rule> early =
                    rules.stream().filter(rule -> !readsHoldout(rule)).toList();
            List<Rule> late = rules.stream().filter(this::readsHoldout).toList();
            Verdicts first = Verdicts.of(early, log);
            if (first.accepted() && !failedBefore) {
                synchronized (holdouts) {
                    holdouts.forEach((name, evaluation) -> evaluations.log(name, evaluation.get()));
                }
            }
            verdicts = first.and(Verdicts.of(late, log));
            verdicts.checks().forEach(check -> log.append(check, "A verdict"));
        }
        return verdicts;
    }

    /** Evaluates every requirement that a trial is judged by: what {@link #isForWinner} is asked of the winner alone. */
    synchronized Verdicts judgeTrial() {
        children.forEach(child -> child.closeChild());
        List<Rule> rules =
                requirements.rules().stream().filter(rule -> !isForWinner(rule)).toList();
        verdicts = Verdicts.of(rules, log);
        verdicts.checks().forEach(check -> log.append(check, "A verdict"));
        return verdicts;
    }

    /** The requirements that a trial leaves to the winner: on artifacts, and on what is held out. */
    List<Rule> winnersRules() {
        return requirements.rules().stream().filter(this::isForWinner).toList();
    }

    private boolean isForWinner(Rule rule) {
        return rule instanceof ArtifactRule || readsHoldout(rule);
    }

    private boolean readsHoldout(Rule rule) {
        synchronized (holdouts) {
            return holdouts.keySet().stream().anyMatch(rule::reads);
        }
    }

    /** What is held out, by data set. */
    Map<String, Supplier<Evaluation>> holdouts() {
        synchronized (holdouts) {
            return new LinkedHashMap<>(holdouts);
        }
    }

    /** Closes a nested run; on the run of a test, does nothing. */
    synchronized void closeChild() {
        if (parent == null || !log.isOpen()) {
            return;
        }
        Verdicts judged = judge(false);
        if (!judged.accepted()) {
            parent.requirements.that(
                    "child run \"" + log.started().name() + "\" accepted (" + judged.reason() + ")", false);
        }
        end(judged.accepted() ? new Outcome(Status.FINISHED, null, null) : rejected(judged));
    }

    static Outcome rejected(Verdicts judged) {
        return new Outcome(Status.FAILED, judged.reason(), null);
    }

    /** Closes the run of a test and whatever is still open within it. */
    synchronized void finish(Outcome outcome) {
        endChildren(outcome);
        if (verdicts == null) {
            judge(true);
        }
        end(outcome);
    }

    /** Closes the run of a trial, which has been judged, or will not be. */
    synchronized void finish(Outcome outcome, Verdict verdict) {
        endChildren(outcome);
        close(outcome, verdict, outcome.reason());
    }

    /** @param objective its name and the winner's value, where there is a winner */
    void finishStudy(Outcome outcome, Verdict verdict, Optional<Map.Entry<String, Double>> objective) {
        session.console().run(log, close(outcome, verdict, outcome.reason()), objective);
    }

    private void endChildren(Outcome outcome) {
        for (RunScope child : children) {
            if (child.log.isOpen()) {
                child.log.warning("not-closed", "the run was still open when its test ended: close it, best by try");
                child.verdicts = Verdicts.of(List.of(), child.log);
                child.end(outcome);
            }
        }
    }

    private void end(Outcome outcome) {
        Verdict verdict = null;
        String reason = outcome.reason();
        if (!verdicts.checks().isEmpty()) {
            verdict = verdicts.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED;
            if (verdict == Verdict.REJECTED && (outcome.status() == Status.FINISHED || isRejection(outcome))) {
                reason = verdicts.reason();
            }
        }
        Finished finished = close(outcome, verdict, reason);
        session.console().run(log, finished, MainFigure.of(requirements.rules(), log));
    }

    private Finished close(Outcome outcome, Verdict verdict, String reason) {
        autolog.close();
        session.facts().complete(log);
        if (log.started().parent() == null) {
            session.facts().diff().ifPresent(file -> artifacts.keepFile("source.diff", file));
        }
        Finished finished = new Finished(
                session.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                outcome.status(),
                verdict,
                reason,
                outcome.failure());
        log.close(finished);
        return finished;
    }

    private static boolean isRejection(Outcome outcome) {
        return outcome.failure() != null
                && RejectedError.class.getName().equals(outcome.failure().type());
    }
}
