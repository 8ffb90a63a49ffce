package io.modeltracking.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what is written, and holds the writer to its contract: each file once, every stream closed. */
final class MemoryOutput implements ReportOutput {

    private final Path directory;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int open;

    MemoryOutput(Path directory) {
        this.directory = directory;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public OutputStream create(String name) {
        if (files.putIfAbsent(name, new byte[0]) != null) {
            throw new IllegalStateException("written twice: " + name);
        }
        open++;
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() throws IOException {
                super.close();
                if (!closed) {
                    closed = true;
                    open--;
                    files.put(name, toByteArray());
                }
            }
        };
    }

    Map<String, byte[]> files() {
        if (open > 0) {
            throw new IllegalStateException(open + " streams are still open");
        }
        return files;
    }

    String text(String name) {
        return new String(files().get(name), StandardCharsets.UTF_8);
    }

    /** All formats of a report, in memory. */
    static MemoryOutput of(ReportInput input) throws IOException {
        MemoryOutput output = new MemoryOutput(input.root().base().resolve("target/tracking/report"));
        ReportWriter.write(input, output, EnumSet.allOf(ReportFormat.class));
        return output;
    }
}
