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
     * Writes a file, each once. A file whose content fails half-way is not there.
     *
     * @param name of the file, without a folder
     */
    void write(String name, Content content) throws IOException;

    /** Writes a file of text in UTF-8; a lone surrogate, which has no UTF-8, becomes {@code ?}. */
    default void text(String name, Text text) throws IOException {
        write(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            text.write(writer);
            writer.flush();
        });
    }

    /** Writes bytes, and leaves the stream open. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes text, and leaves the writer open. */
    @FunctionalInterface
    interface Text {
        void write(Writer out) throws IOException;
    }
}
