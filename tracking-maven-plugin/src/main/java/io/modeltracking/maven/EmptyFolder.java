package io.modeltracking.maven;

import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the evidence of one call. */
final class EmptyFolder {

    private EmptyFolder() {}

    /** Makes the folder, without what an earlier call left in it. */
    static void make(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder + " (" + e + "): make it writable", e);
        }
    }
}
