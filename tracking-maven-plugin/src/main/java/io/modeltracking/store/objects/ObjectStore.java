package io.modeltracking.store.objects;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Files under keys as {@code runs/<id>/run.jsonl}. What is put is compared with its SHA-256 after it has arrived.
 *
 * <p>Every method throws {@link io.modeltracking.store.SharedStoreException} when the store does not answer, or refuses.
 */
public interface ObjectStore extends AutoCloseable {

    /** As people are told it, without credentials. */
    String name();

    /**
     * Keeps a copy of a file, unless the same one is there already.
     *
     * @param sha256 of the file
     */
    void put(String key, Path file, String sha256);

    /**
     * The content; the caller compares it with what it must be.
     *
     * @throws MissingObjectException when there is none
     */
    InputStream open(String key);

    /** Whether there is an object of that key. */
    boolean has(String key);

    /** All keys that begin so, sorted. */
    List<String> list(String prefix);

    @Override
    void close();
}
