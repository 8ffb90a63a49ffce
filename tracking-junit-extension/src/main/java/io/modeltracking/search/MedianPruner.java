package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Stops a trial whose best value so far is worse than the median of the complete trials' values at the same step. A trial
 * that has reported nothing but NaN is stopped; NaN of complete trials does not count.
 *
 * @param startup how many trials must be complete before any is stopped
 * @param warmupSteps steps below this one are not judged
 * @param interval of how many steps, counted from {@code warmupSteps}, the first one reported is judged, at least 1
 */
public record MedianPruner(int startup, long warmupSteps, long interval) implements Pruner {

    /** Five complete trials first, then every step. */
    public MedianPruner() {
        this(5, 0, 1);
    }

    public MedianPruner {
        Rules.require(
                startup >= 1 && warmupSteps >= 0 && interval >= 1,
                () -> "A median pruner needs startup >= 1, warmupSteps >= 0 and interval >= 1");
    }

    @Override
    public boolean shouldPrune(List<FinishedTrial> trials, FinishedTrial current) {
        List<FinishedTrial> complete = trials.stream()
                .filter(trial -> trial.state() == State.COMPLETE && trial.number() != current.number())
                .toList();
        if (current.intermediate().isEmpty() || complete.size() < startup) {
            return false;
        }
        long step = current.intermediate().lastKey();
        if (step < warmupSteps || !isFirstOfInterval(current, step)) {
            return false;
        }
        double best = finite(current.intermediate().values().stream()).min().orElse(Double.NaN);
        double[] others = finite(complete.stream()
                        .filter(trial -> trial.intermediate().containsKey(step))
                        .map(trial -> trial.intermediate().get(step)))
                .sorted()
                .toArray();
        return Double.isNaN(best) || others.length > 0 && best > median(others);
    }

    private boolean isFirstOfInterval(FinishedTrial current, long step) {
        Long before = current.intermediate().lowerKey(step);
        long start = step - (step - warmupSteps) % interval;
        return before == null || before < start;
    }

    private static DoubleStream finite(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
