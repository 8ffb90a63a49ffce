package io.modeltracking.experiment;

import io.modeltracking.ArtifactWriter;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Artifact;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The artifacts of a run: each written under a temporary name, then moved to its own, and never rewritten. */
final class ArtifactFolder {

    private final Path folder;
    private final Map<String, Artifact> kept = new ConcurrentHashMap<>();

    ArtifactFolder(Path runFolder) {
        this.folder = runFolder.resolve("artifacts");
    }

    /**
     * Keeps what is written.
     *
     * @return what is new, or null when the same content stands there already
     * @throws IllegalArgumentException when the name is bad, or stands for other content
     */
    Artifact keep(String name, ArtifactWriter writer) {
        Names.check("artifact", name);
        Path target = folder.resolve(name);
        Path temporary = folder.resolve(".writing-" + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            MessageDigest digest = sha256();
            try (FileOutputStream file = new FileOutputStream(temporary.toFile());
                    OutputStream out = new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest)) {
                writer.write(out);
                out.flush();
                file.getFD().sync();
            }
            long size = Files.size(temporary);
            Artifact artifact =
                    new Artifact(name, MediaTypes.of(name), size, HexFormat.of().formatHex(digest.digest()), List.of());
            return move(temporary, target, artifact);
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot keep artifact \"" + name + "\" in " + folder + " (" + e
                            + "): make the folder writable or free some space",
                    e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    private synchronized Artifact move(Path temporary, Path target, Artifact artifact) throws IOException {
        Artifact before = kept.get(artifact.name());
        if (before != null && before.sha256().equals(artifact.sha256())) {
            return null;
        }
        if (before != null) {
            throw new IllegalArgumentException("Artifact \"" + artifact.name()
                    + "\" was logged before with other content (SHA-256 "
                    + before.sha256().substring(0, 8) + "… then, "
                    + artifact.sha256().substring(0, 8) + "… now): use another name, such as one with the step in it");
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        kept.put(artifact.name(), artifact);
        return artifact;
    }

    Set<String> names() {
        return new TreeSet<>(kept.keySet());
    }

    /** Where an artifact of that name stands. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // A leftover is only untidy; the artifact itself is where it belongs or has been reported.
            temporary.toFile().deleteOnExit();
        }
    }
}
