package io.modeltracking.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
public final class Sha256 {

    /** Large enough that the digest, not the read, takes the time; small enough for the second-level cache. */
    static final int BUFFER = 1 << 17;

    private Sha256() {}

    /** Hashes bytes. */
    public static String of(byte[] content) {
        return hex(digest().digest(content));
    }

    /**
     * Hashes a file's bytes, without holding them.
     *
     * @throws IOException when it cannot be read
     */
    public static String of(Path file) throws IOException {
        return hex(bytesOf(file));
    }

    static byte[] bytesOf(Path file) throws IOException {
        MessageDigest digest = digest();
        // A plain stream into an array: the digest would copy a mapped buffer in chunks of 4 KB.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    /** A digest of its own, to be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Lower-case hex digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
