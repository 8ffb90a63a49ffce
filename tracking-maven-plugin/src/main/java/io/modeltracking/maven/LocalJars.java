package io.modeltracking.maven;

import io.modeltracking.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Coordinates of jars of which a run recorded file name and SHA-256: a local repository is laid out by them. */
final class LocalJars {

    private final Path repository;

    LocalJars(Path repository) {
        this.repository = repository;
    }

    /** @param classifier null for the main jar */
    record Coordinates(String group, String artifact, String version, String classifier) {}

    /**
     * Finds each jar by its name and content.
     *
     * @throws IOException naming a jar that is not there
     */
    List<Coordinates> find(SortedMap<String, String> jars) throws IOException {
        Map<String, Coordinates> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (jars.containsKey(name)
                        && !found.containsKey(name)
                        && repository.relativize(file).getNameCount() > 3
                        && Sha256.of(file).equals(jars.get(name))) {
                    found.put(name, coordinates(file));
                }
            }
        }
        List<Coordinates> all = new ArrayList<>();
        for (Map.Entry<String, String> jar : jars.entrySet()) {
            if (found.get(jar.getKey()) == null) {
                throw new IOException("the library " + jar.getKey() + " with the sha256 "
                        + jar.getValue()
                                .substring(0, Math.min(12, jar.getValue().length()))
                        + " is not in the local repository: resolve it once, by building a commit that used it");
            }
            all.add(found.get(jar.getKey()));
        }
        return all;
    }

    /** {@code org/example/lib/1.2/lib-1.2-linux.jar}; null for a file that does not lie so. */
    private Coordinates coordinates(Path file) {
        Path version = file.getParent();
        Path artifact = version.getParent();
        String group = repository
                .relativize(artifact.getParent())
                .toString()
                .replace(file.getFileSystem().getSeparator(), ".");
        String start = artifact.getFileName() + "-" + version.getFileName();
        String name = file.getFileName().toString();
        if (!name.startsWith(start)) {
            return null;
        }
        String rest = name.substring(start.length(), name.length() - ".jar".length());
        return new Coordinates(
                group,
                artifact.getFileName().toString(),
                version.getFileName().toString(),
                rest.startsWith("-") ? rest.substring(1) : null);
    }
}
