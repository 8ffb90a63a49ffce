package io.modeltracking.experiment;

import io.modeltracking.validation.Verdicts;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A run without a study.
 *
 * @param repetition what the runs of a reproducible experiment are compared by, or null
 */
record SingleCourse(TrackingSession session, ExperimentDefinition experiment, Repetition repetition) implements Course {

    @Override
    public RunScope open(String uniqueId) {
        Map<String, String> links = repetition == null ? Map.of() : repetition.links();
        RunScope scope = RunScope.open(session, experiment, uniqueId, links);
        if (repetition != null) {
            repetition.opened(scope);
        }
        return scope;
    }

    @Override
    public void judge(RunScope scope, boolean thrown) {
        Verdicts verdicts = scope.judge(thrown);
        if (thrown) {
            return;
        }
        scope.log().flush();
        String run = "Run " + scope.log().shortId() + " of " + experiment.name();
        if (experiment.expectRejected()) {
            if (verdicts.accepted()) {
                throw new RejectedError(run + " was expected to be rejected, but "
                        + (verdicts.checks().isEmpty()
                                ? "it has no requirements: add @RequireMetric, @RequireGap or run.require()"
                                : "all " + verdicts.checks().size() + " requirements hold"));
            }
        } else if (!verdicts.accepted()) {
            throw new RejectedError(run + " is rejected: " + verdicts.failed().size() + " of "
                    + verdicts.checks().size() + " requirements failed" + verdicts.message());
        }
        if (repetition != null) {
            repetition.compare(scope);
        }
    }

    @Override
    public void finish(RunScope scope, Optional<Throwable> thrown) {
        scope.finish(Outcome.of(thrown));
    }

    @Override
    public Optional<Callable<Object>> argument(Parameter parameter) {
        return Optional.empty();
    }
}
