package io.modeltracking.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What many runs share, stored once under {@code facts/}, named by the SHA-256 of its bytes.
 *
 * <p>Safe for any number of threads and processes on one folder: the same fact is the same file, written whole or not at
 * all, and not rewritten unless its bytes are damaged.
 */
public final class FactStore {

    private final TrackingRoot root;

    public FactStore(TrackingRoot root) {
        this.root = root;
    }

    /**
     * Stores a value of {@link io.modeltracking.run} as canonical JSON.
     *
     * @return its SHA-256
     * @throws IOException when the folder cannot be written
     */
    public String put(Object fact) throws IOException {
        byte[] json;
        try {
            json = RunJson.mapper().writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "No JSON for a " + fact.getClass().getName() + " as a fact", e);
        }
        String sha256 = Sha256.of(json);
        store(root.fact(sha256), json, sha256);
        return sha256;
    }

    /**
     * Stores bytes as they are under {@code facts/files/}.
     *
     * @return their SHA-256
     * @throws IOException when the folder cannot be written
     */
    public String putFile(byte[] content) throws IOException {
        String sha256 = Sha256.of(content);
        store(root.factFile(sha256), content, sha256);
        return sha256;
    }

    private static void store(Path file, byte[] content, String sha256) throws IOException {
        if (!holds(file, content.length, sha256)) {
            AtomicFiles.write(file, content);
        }
    }

    private static boolean holds(Path file, long size, String sha256) throws IOException {
        try {
            return Files.size(file) == size && Sha256.of(file).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Reads a fact and checks it against its name.
     *
     * @throws IOException when it is missing, damaged, or no JSON of the type
     */
    public <T> T read(String sha256, Class<T> type) throws IOException {
        Path file = root.fact(sha256);
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("The fact " + file + " is missing: restore facts/ from where the runs came from", e);
        }
        String found = Sha256.of(json);
        if (!found.equals(sha256)) {
            throw new IOException("The fact " + file + " is damaged: its content has the SHA-256 " + found
                    + ", not that of its name; restore it from a copy of facts/");
        }
        return RunJson.mapper().readValue(json, type);
    }
}
