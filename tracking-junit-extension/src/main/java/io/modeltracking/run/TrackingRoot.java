package io.modeltracking.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder {@code .tracking} of a build, and where everything in it lies.
 *
 * @param directory the folder itself, absolute
 */
public record TrackingRoot(Path directory) {

    /** The name of the folder. */
    public static final String NAME = ".tracking";

    private static final List<String> BUILD_FILES = List.of(
            "pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "build.sbt");

    /**
     * Finds the folder: below {@code root} when that is given, else in the nearest ancestor of {@code workingDirectory}
     * that has one, else beside the topmost build file, never above the Git work tree, else in the working directory.
     *
     * @param root what {@code tracking.root} says, or null
     */
    public static TrackingRoot find(Path workingDirectory, String root) {
        if (root != null && !root.isBlank()) {
            return new TrackingRoot(
                    workingDirectory.resolve(root).toAbsolutePath().normalize().resolve(NAME));
        }
        Path start = workingDirectory.toAbsolutePath().normalize();
        Path topmost = null;
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(NAME))) {
                return new TrackingRoot(folder.resolve(NAME));
            }
            if (hasBuildFile(folder)) {
                topmost = folder;
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        return new TrackingRoot((topmost == null ? start : topmost).resolve(NAME));
    }

    private static boolean hasBuildFile(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** The folder that {@link #directory} stands in. */
    public Path base() {
        return directory.getParent();
    }

    public Path runs() {
        return directory.resolve("runs");
    }

    /** @throws IllegalArgumentException when it is no run id */
    public Path run(String id) {
        if (!Names.isRunId(id)) {
            throw new IllegalArgumentException("A run id is 32 lower-case hex digits, but was \"" + id + "\"");
        }
        return runs().resolve(id);
    }

    public Path live() {
        return directory.resolve("live");
    }

    /** Files by their content: of model versions, and kept data. */
    public Path blobs() {
        return directory.resolve("blobs");
    }

    public Path facts() {
        return directory.resolve("facts");
    }

    /** @throws IllegalArgumentException when it is no SHA-256 */
    public Path fact(String sha256) {
        return facts().resolve(checked(sha256) + ".json");
    }

    /** A file of an overlay or diff, by its SHA-256. */
    public Path factFile(String sha256) {
        return facts().resolve("files").resolve(checked(sha256));
    }

    private static String checked(String sha256) {
        if (!Names.isSha256(sha256)) {
            throw new IllegalArgumentException("A SHA-256 is 64 lower-case hex digits, but was \"" + sha256 + "\"");
        }
        return sha256;
    }

    /**
     * Makes the folder and keeps it out of Git.
     *
     * @throws IOException naming the folder, when it cannot be written
     */
    public void create() throws IOException {
        Files.createDirectories(runs());
        Files.createDirectories(live());
        Files.createDirectories(facts());
        Path ignore = directory.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.write(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
