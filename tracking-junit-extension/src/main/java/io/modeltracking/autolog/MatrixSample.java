package io.modeltracking.autolog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Some rows of a matrix, off the native heap. XGBoost4J has no access to a matrix's values, so that they are read from the
 * binary file that it writes: at its end lie the offsets of the rows and the entries, each with the number of elements before it.
 *
 * @param rows their numbers in the matrix, ascending
 * @param values row by row, as many a row as the model has columns; NaN where nothing stands
 * @param baseMargins one a row, or none
 */
record MatrixSample(int[] rows, float[] values, float[] baseMargins) {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_VALUES = 1_000_000;
    private static final int MAGIC = 0xffffab01;

    /** @param chosen rows that are taken in any case, where the matrix has them; the others are drawn */
    static MatrixSample draw(Object matrix, int columns, int seed, int... chosen) throws Exception {
        int all = Math.toIntExact(XGBoostAccess.size(matrix).rows());
        int wanted = Math.min(MOST_ROWS, Math.max(1, MOST_VALUES / Math.max(1, columns)));
        int[] rows = rows(all, wanted, seed, chosen);
        Path file = Files.createTempFile("tracking-explain", ".matrix");
        try {
            XGBoostAccess.Slice slice = XGBoostAccess.slice(matrix, rows, file);
            float[] margins = slice.baseMargins() == null ? new float[0] : slice.baseMargins();
            byte[] binary = Files.readAllBytes(file);
            return new MatrixSample(rows, values(binary, rows.length, columns, slice.nonMissing()), margins);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Without replacement, by Floyd's algorithm; as many as wanted with the chosen ones, or fewer where they are drawn too. */
    static int[] rows(int all, int wanted, int seed, int... chosen) {
        BitSet drawn = new BitSet(all);
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = Math.max(0, all - Math.max(0, wanted - chosen.length)); last < all; last++) {
            int row = random.nextInt(last + 1);
            drawn.set(drawn.get(row) ? last : row);
        }
        Arrays.stream(chosen).filter(row -> row < all).forEach(drawn::set);
        return drawn.stream().toArray();
    }

    static float[] values(byte[] binary, int rows, int columns, long entries) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
        long entriesAt = binary.length - entries * 2 * Integer.BYTES;
        long offsetsAt = entriesAt - Long.BYTES - (rows + 1L) * Long.BYTES;
        boolean known = offsetsAt >= Long.BYTES
                && bytes.getInt(0) == MAGIC
                && bytes.getLong((int) entriesAt - Long.BYTES) == entries
                && bytes.getLong((int) offsetsAt - Long.BYTES) == rows + 1;
        if (!known) {
            throw new IOException("this version of XGBoost writes matrices in a layout that is not known");
        }
        float[] values = new float[rows * columns];
        Arrays.fill(values, Float.NaN);
        for (int row = 0; row < rows; row++) {
            long end = bytes.getLong((int) offsetsAt + (row + 1) * Long.BYTES);
            for (long entry = bytes.getLong((int) offsetsAt + row * Long.BYTES); entry < end; entry++) {
                int at = (int) (entriesAt + entry * 2 * Integer.BYTES);
                int column = bytes.getInt(at);
                // A column beyond those of the training is one that the model does not know.
                if (column < columns) {
                    values[row * columns + column] = bytes.getFloat(at + Integer.BYTES);
                }
            }
        }
        return values;
    }

    /** 0 where there is none. */
    double baseMargin(int row) {
        return baseMargins.length == 0 ? 0 : baseMargins[row];
    }

    double[][] matrix(int columns) {
        double[][] matrix = new double[rows.length][columns];
        for (int i = 0; i < values.length; i++) {
            matrix[i / columns][i % columns] = values[i];
        }
        return matrix;
    }
}
