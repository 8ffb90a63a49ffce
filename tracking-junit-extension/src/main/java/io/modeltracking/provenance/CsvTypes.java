package io.modeltracking.provenance;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.modeltracking.Dataset.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first pass over a CSV file: names, the narrowest type that holds all values of a column, and the rows. */
final class CsvTypes extends AbstractBaseCsvCallbackHandler<Boolean> {

    private final List<String> names = new ArrayList<>();
    private int[] types = new int[0];
    private int rows = -1;

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        String text = new String(buffer, offset, length).strip();
        if (rows < 0) {
            String name = names.isEmpty() && text.startsWith("\uFEFF") ? text.substring(1) : text;
            names.add(name.isEmpty() ? "C" + index : name);
        } else if (types[index] != CsvValues.TEXT && !CsvValues.isMissing(text)) {
            types[index] &= CsvValues.types(text);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (rows < 0) {
            types = new int[names.size()];
            Arrays.fill(types, CsvValues.ANY);
        }
        rows++;
        return true;
    }

    List<String> names() {
        return names;
    }

    Type type(int column) {
        return CsvValues.narrowest(types[column]);
    }

    /** Without the header; -1 when there is not even that. */
    int rows() {
        return rows;
    }
}
