package io.modeltracking.dossier;

import io.modeltracking.registry.RegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a dossier before it is written. */
final class DossierFolder {

    private DossierFolder() {}

    /**
     * Makes it, and removes from it what the manifest of an earlier dossier lists, nothing else.
     *
     * @throws RegistryException when it holds other files
     */
    static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path manifest = folder.resolve(Manifest.FILE);
        if (Files.isRegularFile(manifest)) {
            for (String line : Files.readAllLines(manifest)) {
                remove(folder, line);
            }
            Files.delete(manifest);
        }
        try (Stream<Path> left = Files.walk(folder)) {
            List<Path> folders = new ArrayList<>();
            for (Path path : left.toList()) {
                if (!Files.isDirectory(path)) {
                    throw new RegistryException(folder + " holds " + folder.relativize(path)
                            + ", which is no part of a dossier: give an empty or a new folder by -Doutput=");
                }
                folders.add(path);
            }
            folders.remove(folder);
            folders.sort(Comparator.reverseOrder());
            for (Path empty : folders) {
                Files.delete(empty);
            }
        }
    }

    private static void remove(Path folder, String line) throws IOException {
        int gap = line.indexOf("  ");
        try {
            Path file = folder.resolve(line.substring(gap + 2)).normalize();
            boolean inside =
                    gap > 0 && file.startsWith(folder) && file.toRealPath().startsWith(folder.toRealPath());
            if (inside && Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (InvalidPathException | NoSuchFileException e) {
            // Gone already, or never written by us.
            return;
        }
    }
}
