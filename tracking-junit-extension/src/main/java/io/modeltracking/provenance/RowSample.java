package io.modeltracking.provenance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.modeltracking.Dataset;
import io.modeltracking.run.Reals;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Some rows as CSV, for a person to look at. */
final class RowSample {

    private final List<? extends Dataset.Column> columns;
    private final Set<String> keys;
    private final KeyHash hash;

    /** @param salt null when the project has no secret: then the key columns are left out */
    RowSample(Dataset.Table table, List<String> keys, byte[] salt) {
        this.keys = Set.copyOf(keys);
        this.hash = salt == null ? null : new KeyHash(salt);
        this.columns = table.columns().stream()
                .filter(column -> salt != null || !this.keys.contains(column.name()))
                .toList();
    }

    byte[] csv(BitSet rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    columns.stream().map(column -> harmless(column.name())).toList());
            rows.stream().forEach(row -> {
                List<String> cells = new ArrayList<>(columns.size());
                columns.forEach(column -> cells.add(cell(column, row)));
                csv.writeRecord(cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String cell(Dataset.Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        String text = text(column, row);
        if (keys.contains(column.name())) {
            return hash.of(text);
        }
        return column.type() == Dataset.Type.TEXT ? harmless(text) : text;
    }

    /** A value that is not missing. */
    static String text(Dataset.Column column, int row) {
        return switch (column.type()) {
            case INTEGER -> Long.toString(column.integer(row));
            case REAL -> Reals.text(column.real(row));
            case BOOLEAN -> Boolean.toString(column.integer(row) != 0);
            case DATE -> LocalDate.ofEpochDay(column.integer(row)).toString();
            case TIME -> LocalTime.ofNanoOfDay(column.integer(row)).toString();
            case TEXT, DATETIME, INSTANT -> column.text(row);
        };
    }

    /** A spreadsheet runs text that begins like a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
