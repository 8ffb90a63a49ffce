package io.modeltracking.experiment;

import io.modeltracking.run.ParamValue;
import io.modeltracking.run.SharedStudy;
import io.modeltracking.run.SharedStudy.Choice;
import io.modeltracking.run.SharedStudy.Ended;
import io.modeltracking.run.SharedStudy.Start;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.Point;
import io.modeltracking.search.Space;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/** Trials of a shared study as the jobs tell them each other. */
record SharedResults(Space space) {

    Ended of(TrialResult result) {
        Spread spread = result.spread();
        return new Ended(
                result.number(),
                result.run(),
                SharedStudy.params(result.point().values()),
                result.status(),
                result.verdict(),
                result.reason(),
                result.objective(),
                result.violation(),
                spread == null ? null : spread.parts(),
                spread == null ? null : spread.standardDeviation(),
                result.state().name(),
                result.intermediate(),
                result.failure() != null);
    }

    /** What it threw lives in the other job: here is what was said of it. */
    TrialResult of(Ended ended) {
        return new TrialResult(
                ended.number(),
                point(ended.number(), ended.params()),
                ended.run(),
                ended.status(),
                ended.verdict(),
                ended.reason(),
                ended.objective(),
                ended.parts() == null ? null : new Spread(ended.parts(), ended.standardDeviation()),
                ended.violation() == null ? 0 : ended.violation(),
                State.valueOf(ended.state()),
                ended.steps(),
                ended.failed() ? new AssertionFailedError("It failed in another job: " + ended.reason()) : null);
    }

    Choice of(Proposal proposal) {
        return new Choice(
                proposal.sampler(), SharedStudy.params(proposal.point().values()), proposal.seen(), proposal.running());
    }

    Proposal of(int number, Choice choice) {
        return new Proposal(number, point(number, choice.params()), choice.sampler(), choice.seen(), choice.running());
    }

    /** One that has begun and not ended: samplers keep away from its point. */
    FinishedTrial of(SharedStudy.Running running) {
        Point point = point(running.number(), running.choice().params());
        return new FinishedTrial(
                running.number(), point, Double.NaN, 0, State.RUNNING, Collections.emptyNavigableMap());
    }

    List<Start> starts(List<Given> given) {
        return given.stream()
                .map(start -> new Start(
                        start.sampler(),
                        start.source(),
                        SharedStudy.params(start.point().values())))
                .toList();
    }

    List<Given> given(List<Start> starts) {
        return starts.stream()
                .map(start -> new Given(point(0, start.params()), start.sampler(), start.source()))
                .toList();
    }

    private Point point(int number, Map<String, ParamValue> params) {
        return PastParams.point(params, space)
                .orElseThrow(() -> new SharedStudyException(
                        "what another job tells of trial " + number + " does not lie in the search space", null));
    }
}
