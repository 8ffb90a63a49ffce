package io.modeltracking.provenance;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Tells what a jar is by its place in a local Maven repository. */
final class MavenCoordinates {

    private final List<Path> repositories;

    MavenCoordinates(List<Path> repositories) {
        this.repositories = repositories.stream()
                .map(repository -> repository.toAbsolutePath().normalize())
                .toList();
    }

    /** With the repository that Surefire names, and the one of the user. */
    static MavenCoordinates of(Properties system) {
        Set<Path> repositories = new LinkedHashSet<>();
        for (String property : List.of("localRepository", "maven.repo.local")) {
            try {
                String path = system.getProperty(property, "");
                if (!path.isBlank()) {
                    repositories.add(Path.of(path));
                }
            } catch (InvalidPathException e) {
                // Then it is no repository.
                continue;
            }
        }
        repositories.add(Path.of(system.getProperty("user.home", ""), ".m2", "repository"));
        return new MavenCoordinates(List.copyOf(repositories));
    }

    /** @return {@code groupId:artifactId:version}; null for a jar that lies elsewhere */
    String of(Path jar) {
        return repositories.stream()
                .filter(jar::startsWith)
                .map(repository -> coordinates(repository.relativize(jar)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** {@code org/example/lib/1.0/lib-1.0.jar}, or with a classifier behind the version. */
    private static String coordinates(Path path) {
        int parts = path.getNameCount();
        if (parts < 4) {
            return null;
        }
        String version = path.getName(parts - 2).toString();
        String artifact = path.getName(parts - 3).toString();
        String start = artifact + "-" + version;
        String file = path.getFileName().toString();
        if (!file.startsWith(start + ".") && !file.startsWith(start + "-")) {
            return null;
        }
        String group = path.subpath(0, parts - 3)
                .toString()
                .replace(path.getFileSystem().getSeparator(), ".");
        return group + ":" + artifact + ":" + version;
    }
}
