package io.modeltracking.dossier;

import io.modeltracking.run.Names;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** Copies files that runs name: within their folder, and only what they recorded. What is not copied is named. */
final class CheckedCopy {

    private final List<String> problems;

    /** @param problems is added to, one line each */
    CheckedCopy(List<String> problems) {
        this.problems = problems;
    }

    /**
     * Copies a file.
     *
     * @param from the folder that the name starts from, and the same behind it
     * @param sha256 of the content; null where none was recorded
     * @return whether it is there now
     * @throws IOException when the copy cannot be written
     */
    boolean copy(Path from, Path to, String name, String sha256) throws IOException {
        Path source = source(from, name);
        return source != null && place(source, to.resolve(name), name, sha256);
    }

    /** @return null when there is no such file in the folder */
    private Path source(Path from, String name) {
        if (!Names.valid(name)) {
            problems.add("A file is not copied: \"" + String.valueOf(name).replaceAll("[^\\w./-]", "_")
                    + "\" is no name that a file of a run has");
            return null;
        }
        try {
            Path file = from.resolve(name).toRealPath();
            if (file.startsWith(from.toRealPath()) && Files.isRegularFile(file)) {
                return file;
            }
            problems.add(name + " is not copied: it lies outside of its run's folder");
        } catch (IOException | InvalidPathException e) {
            problems.add(name + " is not copied: it is lost");
        }
        return null;
    }

    /** The same of a file whose place is known. */
    boolean place(Path source, Path target, String name, String sha256) throws IOException {
        if (!Files.isRegularFile(source)) {
            problems.add(name + " is not copied: it is lost");
            return false;
        }
        MessageDigest digest = Sha256.digest();
        Files.createDirectories(target.getParent());
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        if (sha256 == null || Sha256.hex(digest).equals(sha256)) {
            return true;
        }
        Files.delete(target);
        problems.add(name + " is not copied: it is not what was recorded (sha256:" + sha256 + ")");
        return false;
    }
}
