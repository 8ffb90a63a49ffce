package io.modeltracking.provenance;

import io.modeltracking.Dataset;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Reals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A data set with its source read.
 *
 * @param table null when it is no table
 * @param bytesSha256 null when there is no file
 * @param plainSha256 of what is compressed in the file, or null
 */
record SourceContent(Dataset.Source source, Dataset.Table table, String bytesSha256, String plainSha256, Long size) {

    static SourceContent read(Dataset dataset, List<String> warnings) throws IOException {
        Dataset.Source source = dataset.source();
        Dataset.Table table = dataset.table().orElse(null);
        Path file = source.file();
        if (file == null) {
            return new SourceContent(source, table, null, null, null);
        }
        if (table != null) {
            return beside(source, table, file, warnings);
        }
        if (CsvInput.isCsv(file)) {
            try {
                CsvFile.Content content = CsvFile.read(file);
                CsvInput.Hashes hashes = content.hashes();
                return new SourceContent(source, content.table(), hashes.bytes(), hashes.plain(), Files.size(file));
            } catch (IOException e) {
                warnings.add("the file " + file.getFileName() + " cannot be read as CSV, so it is known by its bytes"
                        + " alone: " + e.getMessage());
            }
        }
        CsvInput.Hashes hashes = CsvInput.hashes(file);
        return new SourceContent(source, null, hashes.bytes(), hashes.plain(), Files.size(file));
    }

    /** A table in memory that was read from a file before. */
    private static SourceContent beside(Dataset.Source source, Dataset.Table table, Path file, List<String> warnings)
            throws IOException {
        try {
            CsvInput.Hashes hashes = CsvInput.hashes(file);
            return new SourceContent(source, table, hashes.bytes(), hashes.plain(), Files.size(file));
        } catch (NoSuchFileException e) {
            warnings.add("the file " + file.getFileName() + " that the table came from is gone");
            return new SourceContent(source, table, null, null, null);
        }
    }

    Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        hashes.add(bytesSha256);
        hashes.add(plainSha256);
        hashes.remove(null);
        return Set.copyOf(hashes);
    }

    DatasetRecord.Source described(Path base) {
        return new DatasetRecord.Source(
                source.kind(),
                source.file() == null ? Masking.url(source.url()) : location(base, source.file()),
                size,
                source.sql(),
                source.bindings().stream().map(SourceContent::text).toList());
    }

    private static String location(Path base, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
    }

    private static String text(Object binding) {
        return binding instanceof Double || binding instanceof Float
                ? Reals.text(((Number) binding).doubleValue())
                : String.valueOf(binding);
    }
}
