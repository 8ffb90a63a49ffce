package io.modeltracking.provenance;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import io.modeltracking.Dataset;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A CSV file as a table. It is read twice, for the types and for the values, so that only the values are held. */
final class CsvFile {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 1 << 20;

    private CsvFile() {}

    /** What was read. */
    record Content(CsvInput.Hashes hashes, Dataset.Table table) {}

    /**
     * Reads a file with a header line, in UTF-8, separated by what the header has most of: comma, semicolon or tab.
     *
     * @throws IOException when it is no such file, saying why
     */
    static Content read(Path file) throws IOException {
        try {
            char separator = separator(file);
            CsvTypes types = new CsvTypes();
            CsvInput.Hashes hashes = pass(file, separator, types);
            if (types.rows() < 0) {
                throw new IOException("it is empty");
            }
            CsvColumns columns = new CsvColumns(types);
            if (!hashes.equals(pass(file, separator, columns))) {
                throw new IOException("it changed while it was read");
            }
            return new Content(hashes, columns);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getMessage() + ": " + e.getCause(), e);
        }
    }

    private static CsvInput.Hashes pass(Path file, char separator, CsvCallbackHandler<Boolean> handler)
            throws IOException {
        try (CsvInput input = CsvInput.open(file)) {
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .build(handler, input.reader())
                    .forEach(row -> {});
            return input.finish();
        }
    }

    private static char separator(Path file) throws IOException {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        try (CsvInput input = CsvInput.open(file)) {
            Reader reader = input.reader();
            for (int i = 0; i < LONGEST_HEADER; i++) {
                int c = reader.read();
                if (c < 0 || !quoted && (c == '\n' || c == '\r')) {
                    break;
                }
                quoted ^= c == '"';
                for (int j = 0; !quoted && j < counts.length; j++) {
                    counts[j] += SEPARATORS[j] == c ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int j = 1; j < counts.length; j++) {
            best = counts[j] > counts[best] ? j : best;
        }
        return SEPARATORS[best];
    }
}
