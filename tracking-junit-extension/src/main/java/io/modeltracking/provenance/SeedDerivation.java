package io.modeltracking.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Seeds by hash of a path, so that no stream depends on the order in which others were drawn.
 *
 * <p>{@code seed/v1}: the first 8 bytes, big-endian, of SHA-256 over {@code "seed/v1\0"}, the root as 8 bytes big-endian,
 * and for each part of the path its length in bytes (4 bytes big-endian) and its UTF-8.
 */
public final class SeedDerivation {

    /** The version of the scheme, recorded with every seed. */
    public static final String VERSION = "seed/v1";

    private SeedDerivation() {}

    /**
     * Derives 64 bits.
     *
     * @param root the root seed
     * @param path from the outside in: experiment, {@code "trial"}, number, stream; or {@code "shared"}, stream
     */
    public static long derive(long root, String... path) {
        MessageDigest digest = Sha256.digest();
        digest.update((VERSION + '\0').getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, root));
        for (String part : path) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length));
            digest.update(text);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** The 31 bits of a seed for APIs that take a non-negative {@code int}: {@code seed >>> 33}. */
    public static int toInt(long seed) {
        return (int) (seed >>> 33);
    }
}
