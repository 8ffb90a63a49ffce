package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Asynchronous successive halving. Rung r stands at step {@code minResource * reductionFactor^r}; a trial's value there is
 * the one of its first report at or after that step. It goes on only when that value is among the best of the n values the
 * rung has, itself included: the best floor(n / reductionFactor), at least one. NaN is stopped.
 *
 * <p>Rungs are read off the reports, so nothing is remembered between calls.
 *
 * @param minResource the step of the lowest rung; 0 for a hundredth of the last step of the first complete trial, at least 1
 * @param reductionFactor how many compete for one place, at least 2
 */
public record AshaPruner(long minResource, int reductionFactor) implements Pruner {

    /** The lowest rung from the first complete trial, and the best quarter goes on. */
    public AshaPruner() {
        this(0, 4);
    }

    public AshaPruner {
        Rules.require(
                minResource >= 0 && reductionFactor >= 2,
                () -> "An ASHA pruner needs minResource >= 0 (0 chooses one) and reductionFactor >= 2");
    }

    @Override
    public boolean shouldPrune(List<FinishedTrial> trials, FinishedTrial current) {
        if (current.intermediate().isEmpty()) {
            return false;
        }
        List<FinishedTrial> others = trials.stream()
                .filter(trial -> trial.number() != current.number())
                .toList();
        long rung = lowestRung(others);
        Long step = current.intermediate().lastKey();
        double value = current.intermediate().get(step);
        while (rung > 0 && rung <= step) {
            if (current.intermediate().ceilingKey(rung).equals(step)
                    && (Double.isNaN(value) || !isPromoted(value, others, rung))) {
                return true;
            }
            rung = rung > step / reductionFactor ? step + 1 : rung * reductionFactor;
        }
        return false;
    }

    /** The step of rung 0, or 0 when it cannot be told yet. */
    private long lowestRung(List<FinishedTrial> others) {
        if (minResource > 0) {
            return minResource;
        }
        return others.stream()
                .filter(trial ->
                        trial.state() == State.COMPLETE && !trial.intermediate().isEmpty())
                .min(Comparator.comparingInt(FinishedTrial::number))
                .map(trial -> Math.max(1, trial.intermediate().lastKey() / 100))
                .orElse(0L);
    }

    private boolean isPromoted(double value, List<FinishedTrial> others, long rung) {
        List<Double> competing = new ArrayList<>(List.of(value));
        for (FinishedTrial trial : others) {
            Map.Entry<Long, Double> reached = trial.intermediate().ceilingEntry(rung);
            if (reached != null && !reached.getValue().isNaN()) {
                competing.add(reached.getValue());
            }
        }
        competing.sort(null);
        return value <= competing.get(Math.max(0, competing.size() / reductionFactor - 1));
    }
}
