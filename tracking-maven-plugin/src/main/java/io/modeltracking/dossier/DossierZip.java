package io.modeltracking.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The folder as one file. The same files give the same bytes: in order, and without the time of writing. */
final class DossierZip {

    /** The first that a zip can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DossierZip() {}

    /** @return the zip beside the folder, which stands in it under its own name */
    static Path write(Path folder) throws IOException {
        Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : Manifest.files(folder)) {
                ZipEntry entry = new ZipEntry(folder.getFileName() + "/" + Manifest.path(folder, file));
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return zip;
    }
}
