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
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Verdicts;
import java.time.temporal.ChronoUnit;
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
    private final Holdouts holdouts = new Holdouts();
    private final EarlyStopping earlyStopping;
    private final Judgement judgement;
    private final Selection selection;
    private final RunSink sink;
    private final TrackedRun run;
    private AutologScope autolog = AutologScope.NONE;

    /**
     * @param rules that are known from the start
     * @param selection what the run is chosen by
     */
    private RunScope(
            TrackingSession session,
            ExperimentDefinition experiment,
            RunScope parent,
            RunLog log,
            List<Rule> rules,
            Seeds seeds,
            Selection selection) {
        this.session = session;
        this.experiment = experiment;
        this.parent = parent;
        this.log = log;
        this.artifacts = new ArtifactLog(log, log.artifacts());
        this.selection = selection;
        this.requirements = new RequirementsBook(rules, () -> log.requireOpen("A requirement"));
        this.seeds = seeds;
        this.earlyStopping = parent == null ? new EarlyStopping() : parent.earlyStopping;
        this.datasets =
                new DatasetLog(log, artifacts, seeds, session.configuration().root(), session.keptData(experiment));
        this.models = new ModelLog(log, artifacts);
        ChartLog charts = new ChartLog(log, artifacts, selection.mayWin());
        this.evaluations = new EvaluationLog(log, charts, datasets::isTraining);
        this.judgement = new Judgement(log, requirements, holdouts, evaluations);
        this.sink = new RunSink(log, seeds, artifacts, charts, models, datasets, selection, earlyStopping);
        this.sink.begin(experiment, requirements);
        this.run = new TrackedRun(this);
    }

    /** @param trial number of the run in its study, 0 without one */
    private static Seeds seeds(ExperimentDefinition experiment, long root, int trial, RunLog log) {
        return new DerivedSeeds(
                root,
                experiment.name(),
                trial,
                seed -> log.append(seed, "Seed \"" + String.join("/", seed.path()) + "\""));
    }

    static RunScope open(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        return open(session, experiment, session.open(experiment, uniqueId, links), experiment.rules());
    }

    /** Opens the run of a study, which has requirements only through its winner. */
    static RunScope openStudy(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        return open(session, experiment, session.open(experiment, uniqueId, links), List.of());
    }

    private static RunScope open(
            TrackingSession session, ExperimentDefinition experiment, RunLog log, List<Rule> rules) {
        Seeds seeds = seeds(experiment, experiment.seed(), 0, log);
        return new RunScope(session, experiment, null, log, rules, seeds, Selection.NONE);
    }

    /** Opens the run of a trial. */
    RunScope openTrial(String uniqueId, int trial, Selection selection) {
        RunLog log = session.openTrial(experiment, this.log.started(), uniqueId, trial);
        Seeds seeds = seeds(experiment, experiment.seed(), trial, log);
        return new RunScope(session, experiment, null, log, experiment.rules(), seeds, selection);
    }

    /** Opens the run of a repeat, with seeds of its own, or of a fold. */
    RunScope openPart(String uniqueId, Part part) {
        RunLog log = session.openPart(experiment, this.log.started(), uniqueId, part);
        int trial = Optional.ofNullable(this.log.started().trial()).orElse(0);
        Seeds seeds = part.repeat() == null ? this.seeds : seeds(experiment, part.repeat(), trial, log);
        return new RunScope(session, experiment, this, log, List.of(), seeds, selection);
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

    Judgement judgement() {
        return judgement;
    }

    Holdouts holdouts() {
        return holdouts;
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
        RunScope child = new RunScope(session, experiment, this, opened, List.of(), seeds, selection);
        children.add(child);
        child.autolog = AutologScope.bind(child, experiment.autolog());
        return child.run;
    }

    void dataset(String name, Dataset dataset) {
        if (dataset.role().filter(Role.HOLDOUT::equals).isPresent()) {
            holdOut(name);
        }
        selection.read(datasets.log(name, dataset));
    }

    private void holdOut(String dataSet) {
        selection.refuse(dataSet, log);
        earlyStopping
                .heldOut(dataSet)
                .filter(fault -> !selection.allowsHoldout(fault, log))
                .ifPresent(fault -> {
                    throw new IllegalArgumentException("Data set \"" + dataSet + "\": " + fault
                            + ". Stop early by a VALIDATION data set, the last of the watches");
                });
    }

    void holdout(String dataSet, Supplier<Evaluation> evaluation) {
        log.requireOpen("Hold-out \"" + dataSet + "\"");
        holdOut(dataSet);
        holdouts.add(dataSet, evaluation);
    }

    /** Evaluates every requirement, and what is held out if the others accept the run; once. */
    synchronized Verdicts judge(boolean failedBefore) {
        if (judgement.verdicts() == null) {
            children.forEach(RunScope::closeChild);
            judgement.all(failedBefore);
        }
        return judgement.verdicts();
    }

    /** Evaluates every requirement that a trial is judged by. */
    synchronized Verdicts judgeTrial() {
        children.forEach(RunScope::closeChild);
        return judgement.trial();
    }

    /** Evaluates every requirement that a repeat or a fold is judged by on its own. */
    synchronized Verdicts judgePart() {
        children.forEach(RunScope::closeChild);
        return judgement.part();
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
        if (judge(true).accepted() && outcome.status() == Status.FINISHED) {
            evaluations.predictions().keepWhole();
            datasets.keepKeys();
        }
        end(outcome);
    }

    /** Closes the run of a repeat or a fold. */
    synchronized void finishPart(Outcome outcome) {
        endChildren(outcome);
        close(outcome, judgement.verdict(), outcome.reason());
    }

    /** Closes the run of a trial, which has been judged, or will not be. */
    synchronized void finish(Outcome outcome, Verdict verdict) {
        endChildren(outcome);
        close(outcome, verdict, outcome.reason());
    }

    /** @param objective its name and the winner's value, where there is a winner */
    void finishStudy(Outcome outcome, Verdict verdict, Optional<Map.Entry<String, Double>> objective) {
        session.console().studyEnds();
        session.console().run(log, close(outcome, verdict, outcome.reason()), objective);
    }

    private void endChildren(Outcome outcome) {
        for (RunScope child : children) {
            if (child.log.isOpen()) {
                child.log.warning("not-closed", "the run was still open when its test ended: close it, best by try");
                child.judgement.none();
                child.end(outcome);
            }
        }
    }

    private void end(Outcome outcome) {
        Verdict verdict = judgement.verdict();
        boolean onlyRejected = outcome.status() == Status.FINISHED || isRejection(outcome);
        String reason = verdict == Verdict.REJECTED && onlyRejected
                ? judgement.verdicts().reason()
                : outcome.reason();
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
