package io.modeltracking.report;

import io.modeltracking.run.SearchEvent.Objective;

/**
 * A trial of a study.
 *
 * @param number in the study, from 0
 * @param runId of its run
 * @param run null when its record is not at hand: it was run by an earlier study, and is not in the history
 * @param reused whether the study took it over from an earlier run of itself
 */
record StudyTrial(int number, String runId, ReportRun run, boolean reused) {

    /** Null when its record is not at hand. */
    Outcome outcome() {
        return run == null ? null : run.outcome();
    }

    /** Null when it never ended, or its record is not at hand. */
    Objective objective() {
        return run == null ? null : run.record().search().objective();
    }

    /** Null when it has none. */
    Double value() {
        return objective() == null ? null : objective().value();
    }

    /** The sum of its relative violations; null when it was not judged. */
    Double violation() {
        return objective() == null ? null : objective().violation();
    }

    /** Null when nothing says it. */
    String sampler() {
        return run == null || run.record().search().trial() == null
                ? null
                : run.record().search().trial().sampler();
    }

    /** {@code trial 3 (run a1b2c3d4)}. */
    String label() {
        return "trial " + number + " (run " + MarkdownRuns.shortId(runId) + ")";
    }
}
