package io.modeltracking.provenance;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.modeltracking.Dataset;
import io.modeltracking.Dataset.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The second pass over a CSV file: the values, each column as an array of its type. */
final class CsvColumns extends AbstractBaseCsvCallbackHandler<Boolean> implements Dataset.Table {

    private static final int MOST_SHARED = 100_000;

    private final List<Filled> columns = new ArrayList<>();
    private final int rows;
    private int row = -1;

    CsvColumns(CsvTypes types) {
        this.rows = types.rows();
        for (int i = 0; i < types.names().size(); i++) {
            columns.add(filled(types.names().get(i), types.type(i)));
        }
    }

    private Filled filled(String name, Type type) {
        return switch (type) {
            case REAL -> new Reals(name, new double[rows]);
            case TEXT, DATETIME, INSTANT -> new Texts(name, type, new String[rows], new HashMap<>());
            default -> new Integers(name, type, new long[rows], new BitSet());
        };
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (row >= 0) {
            String text = new String(buffer, offset, length).strip();
            columns.get(index).set(row, CsvValues.isMissing(text) ? null : text);
        }
    }

    @Override
    protected Boolean buildRecord() {
        row++;
        return true;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public List<Dataset.Column> columns() {
        return columns.stream().map(Filled::finish).toList();
    }

    private sealed interface Filled {
        /** Takes a value, null when missing. */
        void set(int row, String text);

        Dataset.Column finish();
    }

    private record Integers(String name, Type type, long[] values, BitSet missing) implements Filled {
        @Override
        public void set(int row, String text) {
            if (text == null) {
                missing.set(row);
            } else {
                values[row] = CsvValues.integer(type, text);
            }
        }

        @Override
        public Dataset.Column finish() {
            return Dataset.Column.ofIntegers(name, type, values, missing);
        }
    }

    private record Reals(String name, double[] values) implements Filled {
        @Override
        public void set(int row, String text) {
            values[row] = text == null ? Double.NaN : Double.parseDouble(text);
        }

        @Override
        public Dataset.Column finish() {
            return Dataset.Column.ofReals(name, values);
        }
    }

    private record Texts(String name, Type type, String[] values, Map<String, String> shared) implements Filled {
        @Override
        public void set(int row, String text) {
            if (text == null) {
                return;
            }
            String value = type == Type.DATETIME ? CsvValues.datetime(text).toString() : text;
            if (shared.size() < MOST_SHARED) {
                value = shared.computeIfAbsent(value, same -> same);
            }
            values[row] = value;
        }

        @Override
        public Dataset.Column finish() {
            return Dataset.Column.ofTexts(name, type, values);
        }
    }
}
