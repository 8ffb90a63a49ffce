package io.modeltracking.store;

import java.io.InputStream;
import java.nio.file.Path;

/** Files by the SHA-256 of their content: kept once, and never rewritten. */
public interface Blobs {

    /**
     * Keeps a copy.
     *
     * @return its SHA-256
     * @throws StoreException when it cannot be read or kept
     */
    String put(Path file);

    /** Whether there is a blob of that SHA-256. */
    boolean has(String sha256);

    /**
     * The content; reading its end checks the hash.
     *
     * @throws StoreException when there is none; the stream, when the content is not what its name says
     */
    InputStream open(String sha256);
}
