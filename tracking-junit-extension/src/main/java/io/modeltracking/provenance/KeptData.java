package io.modeltracking.provenance;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * The bytes of data files in the store, each content once: {@code blobs/<first 2 digits>/<sha256>}.
 *
 * @param limit bytes that a file may have
 */
public record KeptData(TrackingRoot root, long limit) {

    /** Bytes: 256 MiB. */
    public static final long DEFAULT_LIMIT = 256L << 20;

    /**
     * Keeps a file.
     *
     * @param sha256 of its content, as recorded
     * @throws IllegalArgumentException when it is larger than the limit: nothing is cut off
     * @throws IOException when it cannot be read or kept, or has changed since it was hashed
     */
    public void keep(Path file, String sha256) throws IOException {
        long size = Files.size(file);
        if (size > limit) {
            throw new IllegalArgumentException(file + " has " + size + " bytes, more than tracking.keepData.limit = "
                    + limit + ": raise the limit, or keep no data");
        }
        Path target = root.blobs().resolve(sha256.substring(0, 2)).resolve(sha256);
        if (Files.isRegularFile(target) && Sha256.of(target).equals(sha256)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path incoming = Files.createTempFile(root.blobs(), "incoming-", ".tmp");
        try {
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(incoming), digest)) {
                Files.copy(file, out);
            }
            if (!Sha256.hex(digest.digest()).equals(sha256)) {
                throw new IOException(file + " has changed while it was read");
            }
            AtomicFiles.move(incoming, target);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }
}
