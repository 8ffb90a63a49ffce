package io.modeltracking.search;

import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Random points, and random points that have not been seen while there are any left. */
final class Unseen {

    private static final int DRAWS = 64;

    private Unseen() {}

    /** A point uniform in the transformed ranges, alternatives following their choice. */
    static double[] draw(Layout layout, SplittableRandom random) {
        double[] row = layout.emptyRow();
        for (Layout.Group group : layout.groups) {
            if (group.isActive(row)) {
                for (int i : group.slots()) {
                    Layout.Slot slot = layout.slots.get(i);
                    row[i] = slot.isChoice()
                            ? random.nextInt(slot.choices())
                            : slot.axis().draw(random);
                }
            }
        }
        return row;
    }

    /**
     * A point that is not taken: by drawing, and where nearly everything is taken by walking the grid from a random place.
     * Returns null when every point of the space is taken.
     *
     * @param takenAtMost an upper bound for the number of points taken, which bounds the walk
     */
    static double[] drawFree(Layout layout, Predicate<double[]> taken, long takenAtMost, SplittableRandom random) {
        for (int i = 0; i < DRAWS; i++) {
            double[] row = draw(layout, random);
            if (!taken.test(row)) {
                return row;
            }
        }
        long size = layout.space.size();
        if (size == Dimension.UNBOUNDED) {
            return draw(layout, random);
        }
        long start = random.nextLong(size);
        for (long i = 0; i < Math.min(size, takenAtMost + 1); i++) {
            double[] row = layout.encode(Grid.at(layout.space, (start + i) % size));
            if (!taken.test(row)) {
                return row;
            }
        }
        return null;
    }

    /** A point that no trial has, any point when each has been tried. */
    static double[] draw(History history, SplittableRandom random) {
        double[] row = drawFree(history.layout, history::hasSeen, history.entries.size(), random);
        return row == null ? draw(history.layout, random) : row;
    }
}
