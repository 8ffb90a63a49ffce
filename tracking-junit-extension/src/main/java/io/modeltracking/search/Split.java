package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.History.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The good and the other trials, each in the order of their numbers. Good are the first gamma(n) in this ranking: feasible
 * complete trials by value, feasible pruned ones by how far they came and the value they had, infeasible ones by their
 * violation. Running trials are never good.
 */
record Split(List<Entry> below, List<Entry> above) {

    private static final int MOST = 25;

    /** Of n finished trials, how many are good: a tenth, rounded up, at most 25. */
    static int gamma(int n) {
        return Math.min((n + 9) / 10, MOST);
    }

    static Split of(History history) {
        List<Entry> ranked = new ArrayList<>();
        List<Entry> finished = history.in(State.COMPLETE, State.PRUNED);
        add(
                ranked,
                finished,
                State.COMPLETE,
                Comparator.comparingDouble(entry -> entry.trial().value()));
        add(
                ranked,
                finished,
                State.PRUNED,
                Comparator.comparingLong(Split::lastStepFirst).thenComparingDouble(Split::lastValue));
        finished.stream()
                .filter(entry -> !entry.trial().isFeasible())
                .sorted(Comparator.comparingDouble(entry -> entry.trial().violation()))
                .forEach(ranked::add);
        int good = gamma(ranked.size());
        Set<Entry> best = Collections.newSetFromMap(new IdentityHashMap<>());
        best.addAll(ranked.subList(0, good));
        List<Entry> below = new ArrayList<>(good);
        List<Entry> above = new ArrayList<>(history.entries.size());
        for (Entry entry : history.entries) {
            if (entry.state() != State.FAILED) {
                (best.contains(entry) ? below : above).add(entry);
            }
        }
        return new Split(below, above);
    }

    private static void add(List<Entry> ranked, List<Entry> finished, State state, Comparator<Entry> order) {
        finished.stream()
                .filter(entry -> entry.state() == state && entry.trial().isFeasible())
                .sorted(order)
                .forEach(ranked::add);
    }

    private static long lastStepFirst(Entry entry) {
        Map.Entry<Long, Double> last = entry.trial().intermediate().lastEntry();
        return last == null ? 1 : -last.getKey();
    }

    private static double lastValue(Entry entry) {
        Map.Entry<Long, Double> last = entry.trial().intermediate().lastEntry();
        if (last == null) {
            return 0;
        }
        return last.getValue().isNaN() ? Double.POSITIVE_INFINITY : last.getValue();
    }
}
