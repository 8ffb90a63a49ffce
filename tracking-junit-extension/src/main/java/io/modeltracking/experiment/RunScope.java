package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.provenance.DerivedSeeds;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Verdicts;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final RunSink sink;
    private final TrackedRun run;
    private AutologScope autolog = AutologScope.NONE;
    private Verdicts verdicts;

    private RunScope(TrackingSession session, ExperimentDefinition experiment, RunScope parent, RunLog log) {
        this.session = session;
        this.experiment = experiment;
        this.parent = parent;
        this.log = log;
        this.artifacts = new ArtifactLog(log, log.artifacts());
        this.requirements = new RequirementsBook(
                parent == null ? experiment.rules() : List.of(), () -> log.requireOpen("A requirement"));
        this.seeds = parent == null ? seeds(experiment, log) : parent.seeds;
        this.datasets = new DatasetLog(
                log, artifacts, seeds, session.configuration().root().base());
        this.models = new ModelLog(log, artifacts);
        ChartLog charts = new ChartLog(log, artifacts);
        this.evaluations = new EvaluationLog(log, charts);
        this.sink = new RunSink(log, seeds, artifacts, charts, models, datasets);
        this.run = new TrackedRun(this);
    }

    private static Seeds seeds(ExperimentDefinition experiment, RunLog log) {
        return new DerivedSeeds(
                experiment.seed(),
                experiment.name(),
                0,
                seed -> log.append(seed, "Seed \"" + String.join("/", seed.path()) + "\""));
    }

    static RunScope open(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Map<String, String> links) {
        return new RunScope(session, experiment, null, session.open(experiment, uniqueId, links));
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
        RunScope child = new RunScope(session, experiment, this, session.openChild(experiment, log.started(), name));
        children.add(child);
        child.autolog = AutologScope.bind(child, experiment.autolog());
        return child.run;
    }

    void holdout(String dataSet, Supplier<Evaluation> evaluation) {
        log.requireOpen("Hold-out \"" + dataSet + "\"");
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

    private boolean readsHoldout(Rule rule) {
        return holdouts.keySet().stream().anyMatch(rule::reads);
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
        for (RunScope child : children) {
            if (child.log.isOpen()) {
                child.log.warning("not-closed", "the run was still open when its test ended: close it, best by try");
                child.verdicts = Verdicts.of(List.of(), child.log);
                child.end(outcome);
            }
        }
        if (verdicts == null) {
            judge(true);
        }
        end(outcome);
    }

    private void end(Outcome outcome) {
        autolog.close();
        session.facts().complete(log);
        if (parent == null) {
            session.facts().diff().ifPresent(file -> artifacts.keepFile("source.diff", file));
        }
        Verdict verdict = null;
        String reason = outcome.reason();
        if (!verdicts.checks().isEmpty()) {
            verdict = verdicts.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED;
            if (verdict == Verdict.REJECTED && (outcome.status() == Status.FINISHED || isRejection(outcome))) {
                reason = verdicts.reason();
            }
        }
        Finished finished = new Finished(
                session.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                outcome.status(),
                verdict,
                reason,
                outcome.failure());
        log.close(finished);
        session.console().run(log, finished, MainFigure.of(requirements.rules(), log));
    }

    private static boolean isRejection(Outcome outcome) {
        return outcome.failure() != null
                && RejectedError.class.getName().equals(outcome.failure().type());
    }
}
