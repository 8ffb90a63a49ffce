package io.modeltracking.report;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files in a folder. Each appears under its name when it is whole: nobody reads half a report. */
final class FolderOutput implements ReportOutput {

    private final Path directory;

    FolderOutput(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory.toAbsolutePath().normalize());
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public OutputStream create(String name) throws IOException {
        Path target = directory.resolve(name);
        Path part = directory.resolve(name + ".part");
        return new FilterOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            private boolean closed;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    super.close();
                    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        };
    }
}
