package io.modeltracking.store;

import io.modeltracking.run.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Blobs as files: {@code blobs/<first 2 digits>/<sha256>}. */
public final class FolderBlobs implements Blobs {

    private final Path folder;

    /** @param folder {@code .tracking/blobs}; made with the first blob */
    public FolderBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(Path file) {
        Path copy = null;
        try {
            Files.createDirectories(folder);
            copy = Files.createTempFile(folder, "incoming-", ".tmp");
            String sha256 = copy(file, copy);
            Path target = path(sha256);
            if (!isWhole(target, sha256)) {
                Files.createDirectories(target.getParent());
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return sha256;
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot keep " + file + " in " + folder + " (" + e + "): make the folder writable or free space",
                    e);
        } finally {
            delete(copy);
        }
    }

    private static String copy(Path file, Path copy) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            Files.copy(file, out);
        }
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Sha256.hex(digest);
    }

    /** A blob that was damaged since is put anew: only then is a file replaced. */
    private static boolean isWhole(Path target, String sha256) throws IOException {
        return Files.isRegularFile(target) && Sha256.of(target).equals(sha256);
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            // A leftover temporary file harms nobody.
            copy.toFile().deleteOnExit();
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    @Override
    public InputStream open(String sha256) {
        Path file = path(sha256);
        try {
            return new VerifiedStream(Files.newInputStream(file), sha256, file);
        } catch (IOException e) {
            throw new StoreException(
                    "There is no blob " + sha256 + " in " + folder + " (" + e + "): restore it from a backup", e);
        }
    }

    /** Where a blob is; empty when it is not kept. */
    public Optional<Path> find(String sha256) {
        return has(sha256) ? Optional.of(path(sha256)) : Optional.empty();
    }

    /** Where a blob is or would be. */
    public Path path(String sha256) {
        if (!Names.isSha256(sha256)) {
            throw new IllegalArgumentException("A SHA-256 is 64 lower-case hex digits, but was \"" + sha256 + "\"");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
