package io.modeltracking.provenance;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Whether an artifact is the data set itself, as it is or compressed: data belongs to its source, not into a run. */
public final class Containment {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    /** No data set is looked for in more than that: compressed zeros grow a thousandfold. */
    private static final long MOST_UNPACKED = 8L << 30;

    private Containment() {}

    /**
     * Compares a file with data sets.
     *
     * @param sourceHashes of {@link DatasetFingerprint.Result#sourceHashes()}
     * @throws IOException when the file cannot be read
     */
    public static boolean contains(Path artifact, Set<String> sourceHashes) throws IOException {
        if (sourceHashes.isEmpty()) {
            return false;
        }
        if (sourceHashes.contains(Sha256.of(artifact))) {
            return true;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(artifact), Sha256.BUFFER)) {
            return unpackedIsIn(in, sourceHashes);
        }
    }

    /** Compares bytes with data sets. */
    public static boolean contains(byte[] artifact, Set<String> sourceHashes) {
        try {
            return sourceHashes.contains(Sha256.of(artifact))
                    || unpackedIsIn(new ByteArrayInputStream(artifact), sourceHashes);
        } catch (IOException e) {
            throw new IllegalStateException("An array can be read", e);
        }
    }

    private static boolean unpackedIsIn(InputStream in, Set<String> sourceHashes) throws IOException {
        in.mark(2);
        boolean packed = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return packed && sourceHashes.contains(unpacked(in));
    }

    /** The hash of what is compressed; empty when that is damaged or too much. */
    private static String unpacked(InputStream in) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[Sha256.BUFFER];
        long size = 0;
        try (GZIPInputStream plain = new GZIPInputStream(in, Sha256.BUFFER)) {
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                if (size > MOST_UNPACKED) {
                    return "";
                }
            }
        } catch (IOException e) {
            return "";
        }
        return Sha256.hex(digest.digest());
    }
}
