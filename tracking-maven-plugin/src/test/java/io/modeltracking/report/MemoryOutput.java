package io.modeltracking.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what is written, and holds the writer to its contract: each file once, one after the other. */
final class MemoryOutput implements ReportOutput {

    private final Path directory;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String open;

    MemoryOutput(Path directory) {
        this.directory = directory;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void write(String name, Content content) throws IOException {
        if (open != null || files.containsKey(name)) {
            throw new IllegalStateException(name + " while " + open + " is open and there are " + files.keySet());
        }
        open = name;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(out);
        files.put(name, out.toByteArray());
        open = null;
    }

    Map<String, byte[]> files() {
        return files;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** All formats of a report, in memory. */
    static MemoryOutput of(ReportInput input) throws IOException {
        MemoryOutput output = new MemoryOutput(input.root().base().resolve("target/tracking/report"));
        ReportWriter.write(input, output, EnumSet.allOf(ReportFormat.class));
        return output;
    }
}
