package io.modeltracking.report;

import java.io.BufferedOutputStream;
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
    public void write(String name, Content content) throws IOException {
        Path part = directory.resolve(name + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.write(out);
            }
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
