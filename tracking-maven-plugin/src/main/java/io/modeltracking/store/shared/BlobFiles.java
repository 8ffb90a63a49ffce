package io.modeltracking.store.shared;

import io.modeltracking.run.Names;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder of blobs. */
final class BlobFiles {

    private BlobFiles() {}

    /** Without what is being written. */
    static List<Path> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Names.isSha256(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot list " + folder + " (" + e + "): make it readable", e);
        }
    }
}
