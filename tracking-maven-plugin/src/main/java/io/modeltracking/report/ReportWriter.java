package io.modeltracking.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes reports. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes a report into a folder, which is made where it does not exist. Files of other names are left alone.
     *
     * @return the files, in the order of {@link ReportFormat}
     * @throws UncheckedIOException naming the folder, when it cannot be written
     */
    public static List<Path> write(ReportInput input, Path directory, Set<ReportFormat> formats) {
        try {
            ReportOutput output = new FolderOutput(directory);
            return write(input, output, formats).stream()
                    .map(output.directory()::resolve)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the report to " + directory + " (" + e.getMessage()
                            + "): make the folder writable or free some space",
                    e);
        }
    }

    /**
     * Writes a report.
     *
     * @return the names of the files, in the order of {@link ReportFormat}
     */
    public static List<String> write(ReportInput input, ReportOutput output, Set<ReportFormat> formats)
            throws IOException {
        List<String> written = new ArrayList<>();
        for (ReportFormat format : EnumSet.allOf(ReportFormat.class)) {
            if (formats.contains(format)) {
                format.write(input, output);
                written.add(format.fileName());
            }
        }
        return List.copyOf(written);
    }
}
