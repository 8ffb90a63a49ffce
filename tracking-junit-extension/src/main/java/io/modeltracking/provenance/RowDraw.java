package io.modeltracking.provenance;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Which rows a sample has. */
public final class RowDraw {

    private RowDraw() {}

    /**
     * Draws rows without replacement, by Floyd's algorithm.
     *
     * @return the row numbers; all of them when no fewer are wanted
     */
    public static BitSet of(int rows, int wanted, long seed) {
        BitSet drawn = new BitSet(rows);
        if (wanted >= rows) {
            drawn.set(0, rows);
            return drawn;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = rows - wanted; last < rows; last++) {
            int row = random.nextInt(last + 1);
            drawn.set(drawn.get(row) ? last : row);
        }
        return drawn;
    }
}
