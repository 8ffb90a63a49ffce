package io.modeltracking.search;

import io.modeltracking.search.History.Entry;
import io.modeltracking.search.Layout.Group;
import io.modeltracking.search.Layout.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One proposal of {@link TpeSampler}: candidates of the root group by their score, completed by those of alternatives. */
final class TpeProposal {

    private static final int CANDIDATES = 24;

    private final History history;
    private final Layout layout;
    private final SplittableRandom random;
    private final Split split;
    private final Map<Group, Model> models = new HashMap<>();

    TpeProposal(History history, SplittableRandom random) {
        this.history = history;
        this.layout = history.layout;
        this.random = random;
        this.split = Split.of(history);
    }

    double[] row() {
        Group root = layout.groups.get(0);
        Model model = model(root);
        boolean explore = random.nextDouble() < TpeSampler.EXPLORATION;
        double[] best = null;
        Candidates candidates = model.candidates();
        for (double[] candidate = candidates.next(); candidate != null; candidate = candidates.next()) {
            double[] row = layout.emptyRow();
            model.put(candidate, row);
            if (explore) {
                swapChoice(root, row);
            }
            fillAlternatives(row, explore);
            if (!history.hasSeen(row)) {
                return row;
            }
            best = best == null ? row : best;
        }
        double[] unseen = Unseen.drawFree(layout, history::hasSeen, history.entries.size(), random);
        return unseen == null ? best : unseen;
    }

    private void fillAlternatives(double[] row, boolean explore) {
        for (Group group : layout.groups.subList(1, layout.groups.size())) {
            if (group.isActive(row)) {
                Model model = model(group);
                model.put(model.candidates().next(), row);
                if (explore) {
                    swapChoice(group, row);
                }
            }
        }
    }

    private void swapChoice(Group group, double[] row) {
        int[] choices = Arrays.stream(group.slots())
                .filter(i ->
                        layout.slots.get(i).isChoice() && layout.slots.get(i).isFree())
                .toArray();
        if (choices.length > 0) {
            int slot = choices[random.nextInt(choices.length)];
            int count = layout.slots.get(slot).choices();
            row[slot] = (row[slot] + 1 + random.nextInt(count - 1)) % count;
        }
    }

    private Model model(Group group) {
        return models.computeIfAbsent(group, Model::new);
    }

    /** The two densities of a group, over its slots of more than one value. */
    private final class Model {

        private final Group group;
        private final List<Slot> free = new ArrayList<>();
        private final int[] freeSlots;
        private final Parzen below;
        private final Parzen above;

        Model(Group group) {
            this.group = group;
            this.freeSlots = Arrays.stream(group.slots())
                    .filter(i -> layout.slots.get(i).isFree())
                    .toArray();
            for (int slot : freeSlots) {
                free.add(layout.slots.get(slot));
            }
            this.below = estimator(split.below());
            this.above = estimator(split.above());
        }

        private Parzen estimator(List<Entry> entries) {
            List<double[]> observations = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                if (group.isActive(entry.row())) {
                    double[] values = new double[freeSlots.length];
                    Arrays.setAll(values, j -> entry.row()[freeSlots[j]]);
                    observations.add(values);
                }
            }
            return new Parzen(free, observations);
        }

        Candidates candidates() {
            return new Candidates(below, above, CANDIDATES, random);
        }

        void put(double[] values, double[] row) {
            for (int i : group.slots()) {
                Slot slot = layout.slots.get(i);
                if (!slot.isFree()) {
                    row[i] = slot.isChoice() ? 0 : slot.axis().at(0);
                }
            }
            for (int j = 0; j < freeSlots.length; j++) {
                row[freeSlots[j]] = values[j];
            }
        }
    }
}
