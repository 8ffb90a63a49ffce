package io.modeltracking.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The trials that a sampler learns from, as rows in the order of their numbers. Trials whose point does not lie in the space,
 * and the one that is being proposed, are left out.
 */
final class History {

    /** A trial and its row. */
    record Entry(FinishedTrial trial, double[] row) {

        FinishedTrial.State state() {
            return trial.state();
        }
    }

    final Layout layout;
    final List<Entry> entries = new ArrayList<>();

    History(Layout layout, List<FinishedTrial> trials, int trialNumber) {
        this.layout = layout;
        for (FinishedTrial trial : trials) {
            double[] row = trial.number() == trialNumber ? null : layout.encode(trial.point());
            if (row != null) {
                entries.add(new Entry(trial, row));
            }
        }
        entries.sort(Comparator.comparingInt(entry -> entry.trial().number()));
    }

    List<Entry> in(FinishedTrial.State... states) {
        List<FinishedTrial.State> wanted = Arrays.asList(states);
        return entries.stream().filter(entry -> wanted.contains(entry.state())).toList();
    }

    /** Whether some trial, of any state, has this row. */
    boolean hasSeen(double[] row) {
        for (Entry entry : entries) {
            if (Arrays.equals(entry.row(), row)) {
                return true;
            }
        }
        return false;
    }
}
