package io.modeltracking.provenance;

import io.modeltracking.run.EnvironmentState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path as a run records it.
 *
 * <p>A folder's hash, {@code folder/v1}: SHA-256 over, for each file in the order of the paths, the length in bytes of its
 * path from the folder with '/' (4 bytes big-endian), the path in UTF-8, and the 32 bytes of its content's SHA-256.
 */
final class ClassPathHasher {

    private final Path base;
    private final JarHashes jars;
    private final MavenCoordinates coordinates;

    ClassPathHasher(Path base, JarHashes jars, MavenCoordinates coordinates) {
        this.base = base.toAbsolutePath().normalize();
        this.jars = jars;
        this.coordinates = coordinates;
    }

    List<EnvironmentState.Entry> entries(List<Path> classPath) {
        return classPath.stream().map(this::entry).toList();
    }

    private EnvironmentState.Entry entry(Path path) {
        boolean folder = Files.isDirectory(path);
        String name = folder && path.startsWith(base) ? slashes(base.relativize(path)) : lastPart(path);
        try {
            return folder
                    ? new EnvironmentState.Entry(name, folder(path), null)
                    : new EnvironmentState.Entry(name, jars.of(path), Files.size(path), coordinates.of(path));
        } catch (IOException | UncheckedIOException e) {
            return new EnvironmentState.Entry(name, null, null);
        }
    }

    private static String folder(Path folder) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> slashes(folder.relativize(file))))
                    .toList();
            for (Path file : files) {
                byte[] name = slashes(folder.relativize(file)).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
                digest.update(name);
                digest.update(Sha256.bytesOf(file));
            }
        }
        return Sha256.hex(digest.digest());
    }

    private static String lastPart(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
