package io.modeltracking.search;

import io.modeltracking.search.Layout.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The unit cube in which the Gaussian process lives, with one coordinate for each slot of more than one value. Numbers are
 * scaled to [0, 1], half a step kept free at both ends; choices are their index and differ by 1 or not at all. A coordinate
 * that is not active rests at the middle (a choice at its first value), so that it distinguishes nothing; points of
 * different alternatives differ by their choice.
 */
final class GpSpace {

    private static final double RESTING = 0.5;
    private static final long FINEST = 4096;

    final Layout layout;
    final int[] slots;
    final boolean[] choice;
    /** For each coordinate the values it may have, ascending, null where it is continuous or too fine to list. */
    final double[][] grid;

    GpSpace(Layout layout) {
        this.layout = layout;
        this.slots = IntStream.range(0, layout.slots.size())
                .filter(i -> layout.slots.get(i).isFree())
                .toArray();
        this.choice = new boolean[slots.length];
        this.grid = new double[slots.length][];
        for (int j = 0; j < slots.length; j++) {
            Slot slot = slot(j);
            choice[j] = slot.isChoice();
            if (slot.dimension().size() <= FINEST) {
                grid[j] = new double[(int) slot.dimension().size()];
                for (int i = 0; i < grid[j].length; i++) {
                    grid[j][i] =
                            slot.isChoice() ? i : slot.axis().toUnit(slot.axis().at(i));
                }
            }
        }
    }

    int dimensions() {
        return slots.length;
    }

    private Slot slot(int coordinate) {
        return layout.slots.get(slots[coordinate]);
    }

    double[] toUnit(double[] row) {
        double[] x = new double[slots.length];
        for (int j = 0; j < x.length; j++) {
            double value = row[slots[j]];
            if (Double.isNaN(value)) {
                x[j] = choice[j] ? 0 : RESTING;
            } else {
                x[j] = choice[j] ? value : slot(j).axis().toUnit(value);
            }
        }
        return x;
    }

    /** The row nearest to a point of the cube. */
    double[] toRow(double[] x) {
        double[] row = layout.emptyRow();
        double[] full = new double[row.length];
        Arrays.fill(full, RESTING);
        for (int j = 0; j < x.length; j++) {
            full[slots[j]] = x[j];
        }
        for (Layout.Group group : layout.groups) {
            if (group.isActive(row)) {
                for (int i : group.slots()) {
                    Slot slot = layout.slots.get(i);
                    if (slot.isChoice()) {
                        row[i] = slot.isFree() ? full[i] : 0;
                    } else {
                        row[i] = slot.axis().fromUnit(full[i]);
                    }
                }
            }
        }
        return row;
    }

    /** Which coordinates are active at a point. */
    boolean[] active(double[] x) {
        boolean[] active = new boolean[x.length];
        Arrays.fill(active, true);
        if (layout.groups.size() > 1) {
            double[] row = toRow(x);
            for (int j = 0; j < x.length; j++) {
                active[j] = !Double.isNaN(row[slots[j]]);
            }
        }
        return active;
    }

    /** The choices, few enough to list, among the coordinates that are active at a point. */
    int[] activeChoices(double[] x) {
        boolean[] active = active(x);
        return IntStream.range(0, x.length)
                .filter(j -> choice[j] && grid[j] != null && active[j])
                .toArray();
    }

    /** Moves a point's inactive coordinates to their resting place. */
    double[] settle(double[] x) {
        boolean[] active = active(x);
        for (int j = 0; j < x.length; j++) {
            if (!active[j]) {
                x[j] = choice[j] ? 0 : RESTING;
            }
        }
        return x;
    }

    List<double[]> toUnit(List<History.Entry> entries) {
        List<double[]> points = new ArrayList<>(entries.size());
        entries.forEach(entry -> points.add(toUnit(entry.row())));
        return points;
    }
}
