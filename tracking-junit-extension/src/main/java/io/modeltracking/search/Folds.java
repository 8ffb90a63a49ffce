package io.modeltracking.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws folds: a function of its arguments alone. */
public final class Folds {

    private Folds() {}

    /**
     * The fold of each row, each row on its own; the sizes differ by one at most.
     *
     * @param rows at least as many as folds
     */
    public static int[] ofRows(int rows, int folds, long seed) {
        Rules.require(rows >= folds, () -> rows + " rows for " + folds + " folds: each fold needs at least one");
        List<Integer> order = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(seed));
        int[] fold = new int[rows];
        for (int place = 0; place < rows; place++) {
            fold[order.get(place)] = place % folds;
        }
        return fold;
    }

    /**
     * The fold of each row, equal groups together: in a drawn order, each group goes to the fold that has the fewest rows so
     * far. Does not depend on the order of the rows.
     *
     * @param groups one a row; null for a row on its own
     */
    public static int[] ofGroups(String[] groups, int folds, long seed) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < groups.length; row++) {
            // No group's text begins so: a row on its own is told by its number.
            String key = groups[row] == null ? "\0" + row : "=" + groups[row];
            rows.computeIfAbsent(key, group -> new ArrayList<>()).add(row);
        }
        Rules.require(
                rows.size() >= folds,
                () -> rows.size() + " groups for " + folds + " folds: each fold needs at least one");
        List<List<Integer>> order = new ArrayList<>(rows.values());
        Collections.shuffle(order, new Random(seed));
        int[] sizes = new int[folds];
        int[] fold = new int[groups.length];
        for (List<Integer> group : order) {
            int smallest = 0;
            for (int other = 1; other < folds; other++) {
                smallest = sizes[other] < sizes[smallest] ? other : smallest;
            }
            sizes[smallest] += group.size();
            for (int row : group) {
                fold[row] = smallest;
            }
        }
        return fold;
    }

    /** The rows of one fold, or of all others, in ascending order. */
    public static int[] rows(int[] foldOfRow, int fold, boolean within) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> (foldOfRow[row] == fold) == within)
                .toArray();
    }
}
