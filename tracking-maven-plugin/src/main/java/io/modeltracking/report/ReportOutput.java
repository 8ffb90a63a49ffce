package io.modeltracking.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the files of a report go. */
public interface ReportOutput {

    /** The folder that the links of the report start from. */
    Path directory();

    /**
     * Opens a file. Whoever opens it closes it, and opens each file once.
     *
     * @param name of the file, without a folder
     */
    OutputStream create(String name) throws IOException;

    /** Writes a file of text in UTF-8; a lone surrogate, which has no UTF-8, becomes {@code ?}. */
    default void text(String name, Text text) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(create(name), StandardCharsets.UTF_8), 1 << 16)) {
            text.write(out);
        }
    }

    /** Writes text. */
    @FunctionalInterface
    interface Text {
        void write(Writer out) throws IOException;
    }
}
