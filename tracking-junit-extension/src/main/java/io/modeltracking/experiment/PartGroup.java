package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Status;
import io.modeltracking.validation.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.opentest4j.TestAbortedException;

/**
 * A run that is the mean of its parts: opened with the first of them, judged and closed with the last. Safe for any thread, as
 * parts may run at once.
 */
final class PartGroup implements AutoCloseable {

    private final TrackingSession session;
    private final Course whole;
    private final List<Part> parts;
    private final String key;
    /** Those that are judged, in earlier attempts too: a rerun runs nothing but the part that failed. */
    private final Map<Integer, RunScope> judged;

    private RunScope scope;
    private int running;
    private int left;
    private Part failed;
    private Throwable failure;
    private Part last;
    private boolean over;

    /** @param key tells the run from all others of this JVM, and is the same when it is tried again */
    PartGroup(TrackingSession session, Course whole, String key) {
        this.session = session;
        this.whole = whole;
        this.parts = whole.experiment().parts();
        this.key = key;
        this.judged = session.parts(key);
        this.left = parts.size() - judged.size();
    }

    Course whole() {
        return whole;
    }

    /**
     * What an earlier attempt has finished is not run again, and nothing after the last part; after one that failed nothing,
     * either, unless the build tries it again: then the others are run already, so that it makes the whole.
     */
    synchronized ConditionEvaluationResult condition(Part part) {
        if (whole.condition().isDisabled()) {
            return whole.condition();
        }
        Optional<String> only =
                session.configuration().reproduced().map(Reproduced::part).filter(name -> !name.equals(part.name()));
        if (only.isPresent()) {
            return ConditionEvaluationResult.disabled("only " + only.get() + " is made again");
        }
        if (judged.containsKey(part.index())) {
            return ConditionEvaluationResult.disabled(part.name() + " finished in an earlier attempt");
        }
        if (failed != null && !session.configuration().reruns()) {
            return ConditionEvaluationResult.disabled(failed.name() + " failed");
        }
        return last != null
                ? ConditionEvaluationResult.disabled("ended after " + judged.size() + " of " + parts.size())
                : ConditionEvaluationResult.enabled(null);
    }

    synchronized RunScope open(Part part, String uniqueId) {
        if (scope == null) {
            scope = whole.open(uniqueId);
        }
        RunScope run = scope.openPart(uniqueId, part);
        running++;
        return run;
    }

    /** Judges the part, and with the last one the whole. */
    synchronized void judge(Part part, RunScope run, boolean thrown) {
        if (thrown) {
            return;
        }
        Verdicts own = run.judgePart();
        if (!own.accepted()) {
            scope.requirements().that(part.name() + " accepted (" + own.reason() + ")", false);
        }
        judged.put(part.index(), run);
        PartsObservations soFar = observations();
        if (failed == null && whole.endsAfter(judged.size(), soFar)) {
            last = part;
            combine(soFar);
            whole.judge(scope, false);
        }
    }

    private PartsObservations observations() {
        return new PartsObservations(judged.values().stream().map(RunScope::log).toList());
    }

    /** Gives the whole the mean of each metric, the params that all parts have alike, and what they hold out. */
    private void combine(PartsObservations mean) {
        scope.judgement().observe(mean);
        for (String name : mean.metricNames()) {
            if (!scope.log().metricNames().contains(name)) {
                mean.metric(MetricSelector.parse(name))
                        .ifPresent(value -> scope.log()
                                .metric(
                                        name,
                                        value,
                                        null,
                                        mean.direction(name).map(Enum::name).orElse(null)));
            }
        }
        RunScope first = judged.values().iterator().next();
        first.log().params().forEach((name, param) -> {
            boolean alike = judged.values().stream()
                    .allMatch(run -> param.equals(run.log().params().get(name)));
            if (alike && !scope.log().hasParam(name)) {
                scope.log().param(param);
            }
        });
        for (RunScope run : judged.values()) {
            scope.holdouts().addAll(run.holdouts());
            scope.evaluations()
                    .charts()
                    .addPart(run.log().started().name(), run.evaluations().charts());
        }
    }

    /** Closes the part, and with the last one the whole. */
    synchronized void finish(Part part, RunScope run, Optional<Throwable> thrown) {
        boolean fine = judged.get(part.index()) == run;
        run.finishPart(fine ? own(run) : Outcome.of(thrown));
        running--;
        left--;
        if (!fine && failed == null) {
            failed = part;
        }
        if (failure == null && (!fine || last != null)) {
            failure = thrown.orElse(null);
        }
        boolean given = failed != null && (left <= 0 || !session.configuration().reruns());
        if (running == 0 && (last != null || given)) {
            end(Optional.ofNullable(failure));
        }
    }

    /** A part that the whole was rejected after is no failure itself. */
    private static Outcome own(RunScope run) {
        Verdicts verdicts = run.judgement().verdicts();
        return verdicts.accepted() ? new Outcome(Status.FINISHED, null, null) : RunScope.rejected(verdicts);
    }

    private void end(Optional<Throwable> thrown) {
        if (over) {
            return;
        }
        over = true;
        whole.finish(scope, thrown);
        if (thrown.isEmpty() || thrown.get() instanceof TrialEnd) {
            session.forgetParts(key);
        } else if (last != null) {
            // JUnit shows the failure of the whole at its last part, and a rerun asks for that one.
            judged.remove(last.index());
        }
    }

    /** Ends a run whose parts were not all wanted by whoever started the tests. */
    @Override
    public synchronized void close() {
        if (scope != null && !over) {
            TreeSet<String> missing = new TreeSet<>();
            parts.stream().filter(part -> !judged.containsKey(part.index())).forEach(part -> missing.add(part.name()));
            end(Optional.of(
                    failure == null
                            ? new TestAbortedException("it is incomplete: " + missing + " did not run")
                            : failure));
        }
    }
}
