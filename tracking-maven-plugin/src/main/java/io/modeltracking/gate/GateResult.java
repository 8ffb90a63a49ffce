package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import java.util.List;

/**
 * What a gate says of one figure, or of its absence.
 *
 * @param experiment name of the experiment, or the gate's pattern where the figure is one of several experiments or
 *     there is none
 * @param rule {@code test.rmse <= 0.60}
 * @param observed the figure; null when there is none
 * @param shown the figure as people read it, never rounded to the other side of the threshold; null when there is none
 * @param min the smallest figure that passes, where this result is about that; else null
 * @param max the largest figure that passes, where this result is about that; else null
 * @param verdict whether the figure is there and keeps to the threshold
 * @param reason why not, in a few words; null when it passed
 * @param runs ids of the runs that the figure comes from, or of those that were looked at
 */
public record GateResult(
        Gate gate,
        String experiment,
        String rule,
        Double observed,
        String shown,
        Double min,
        Double max,
        GateVerdict verdict,
        String reason,
        List<String> runs) {

    public GateResult {
        runs = List.copyOf(runs);
    }

    /** Of one run against a baseline; the limit is null where nothing could be compared. */
    static GateResult compared(
            Gate gate,
            RunRecord run,
            String rule,
            GateVerdict verdict,
            String shown,
            Double observed,
            Threshold limit,
            String reason) {
        boolean max = limit != null && limit.side() == Threshold.Side.MAX;
        return new GateResult(
                gate,
                run.experiment(),
                rule,
                observed,
                shown,
                limit == null || max ? null : limit.value(),
                max ? limit.value() : null,
                verdict,
                reason,
                List.of(run.id()));
    }

    /** Whether it lets a release through. */
    public boolean passed() {
        return verdict == GateVerdict.PASSED;
    }

    /** One line: {@code Motor_2026_Linear: test.rmse <= 0.60, but it is 0.613 (run a1b2c3d4)}. */
    @Override
    public String toString() {
        String line = experiment + ": " + rule;
        if (passed()) {
            line += ", and it is " + shown;
        } else {
            line += ", but " + reason;
        }
        return runs.isEmpty() ? line : line + " (" + runNames() + ")";
    }

    private String runNames() {
        int shownRuns = Math.min(runs.size(), 3);
        List<String> names = runs.subList(0, shownRuns).stream()
                .map(id -> id.substring(0, 8))
                .toList();
        String more = runs.size() > shownRuns ? " and " + (runs.size() - shownRuns) + " more" : "";
        return (runs.size() == 1 ? "run " : "runs ") + String.join(", ", names) + more;
    }
}
