package io.modeltracking.experiment;

import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Point;
import java.util.NavigableMap;
import java.util.Objects;

/**
 * How a trial ended.
 *
 * @param run the id of its run
 * @param verdict null when it was not judged
 * @param reason one line, null when it was accepted
 * @param objective null when it has none
 * @param spread null when the objective is no mean of parts
 * @param violation the sum of the relative violations, 0 when it was accepted
 * @param state what a sampler sees of it
 * @param intermediate values on the way, to be minimised
 * @param failure what it threw, or null
 */
record TrialResult(
        int number,
        Point point,
        String run,
        Status status,
        Verdict verdict,
        String reason,
        Double objective,
        Spread spread,
        double violation,
        FinishedTrial.State state,
        NavigableMap<Long, Double> intermediate,
        Throwable failure) {

    boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }

    boolean isRejected() {
        return verdict == Verdict.REJECTED;
    }

    FinishedTrial learned(SearchSettings settings) {
        double value = objective == null ? Double.NaN : settings.minimised(objective);
        return new FinishedTrial(number, point, value, violation, state, intermediate);
    }

    /** The objective with its spread, to be read by people. */
    String objectiveText() {
        return Progress.text(objective) + (spread == null ? "" : spread.text());
    }

    String label() {
        return "trial " + number + " (run " + run.substring(0, 8) + ")";
    }

    String reasonOr(String otherwise) {
        return Objects.requireNonNullElse(reason, otherwise);
    }
}
