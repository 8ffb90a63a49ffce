package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The content of a run's artifacts, as far as it is what the run recorded. */
final class ArtifactFile {

    private ArtifactFile() {}

    /**
     * Reads an artifact.
     *
     * @param folder of the run's artifacts
     * @return empty when it cannot be read, lies outside the folder, or is not what the run recorded
     */
    static byte[] read(Path folder, Artifact artifact) {
        try {
            Path file = folder.resolve(artifact.name()).toRealPath();
            boolean inside = file.startsWith(folder.toRealPath());
            boolean asRecorded = Files.isRegularFile(file) && Files.size(file) == artifact.size();
            byte[] content = inside && asRecorded ? Files.readAllBytes(file) : new byte[0];
            return sha256(content).equals(artifact.sha256()) ? content : new byte[0];
        } catch (IOException | InvalidPathException e) {
            // The page links to the file all the same; a report does not fail for one.
            return new byte[0];
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
