package io.modeltracking.dossier;

import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a dossier with their hashes: {@code sha256sum -c MANIFEST.sha256} checks them without this plugin. */
final class Manifest {

    static final String FILE = "MANIFEST.sha256";

    private Manifest() {}

    /**
     * A file.
     *
     * @param path from the dossier's folder, with '/'
     * @param size bytes
     */
    record Entry(String path, String sha256, long size) {}

    /** Every file but the manifest, by path. */
    static List<Entry> of(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(folder)) {
            String path = path(folder, file);
            if (!path.equals(FILE)) {
                entries.add(new Entry(path, Sha256.of(file), Files.size(file)));
            }
        }
        return entries;
    }

    static void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                of(folder).stream()
                        .map(entry -> entry.sha256() + "  " + entry.path() + "\n")
                        .collect(Collectors.joining()));
    }

    /** All files, by path. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> path(folder, file)))
                    .toList();
        }
    }

    static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
