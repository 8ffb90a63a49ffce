package io.modeltracking.store.shared;

import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.MissingObjectException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Compares what lies in a bucket with what was recorded of it. */
public final class BucketCheck {

    private final TrackingRoot root;
    private final ObjectStore objects;
    private final RunFiles files;
    private int compared;

    BucketCheck(TrackingRoot root, ObjectStore objects) {
        this.root = root;
        this.objects = objects;
        this.files = new RunFiles(root);
    }

    /** How many files were compared. */
    public int compared() {
        return compared;
    }

    /**
     * A run's journal and artifacts.
     *
     * @param sha256 of the journal
     * @return what is missing or was changed, one line each
     */
    public List<String> run(String id, String sha256) {
        List<String> findings = new ArrayList<>();
        object(RunFiles.journalKey(id), sha256, findings);
        if (findings.isEmpty()) {
            artifacts(id, findings);
        }
        return findings;
    }

    private void artifacts(String id, List<String> findings) {
        try {
            Path parent = Files.createTempDirectory("tracking-journal-");
            Path folder = Files.createDirectory(parent.resolve(id));
            Path journal = folder.resolve(JournalReader.FILE);
            try (InputStream in = objects.open(RunFiles.journalKey(id))) {
                Files.copy(in, journal);
                RunRecord run = new JournalReader(root).readWithoutMetrics(folder);
                files.artifacts(run).forEach(item -> object(item.key(), item.sha256(), findings));
            } finally {
                Files.deleteIfExists(journal);
                Files.delete(folder);
                Files.delete(parent);
            }
        } catch (IOException | JournalException e) {
            findings.add(RunFiles.journalKey(id) + " in " + objects.name() + " cannot be read: " + e.getMessage());
        }
    }

    /** A file of a model's version, or data that was kept. */
    public List<String> blob(String sha256) {
        List<String> findings = new ArrayList<>();
        object(RunFiles.blobKey(sha256), sha256, findings);
        return findings;
    }

    /** An object whose content is known. */
    public List<String> object(String key, String sha256) {
        List<String> findings = new ArrayList<>();
        object(key, sha256, findings);
        return findings;
    }

    private void object(String key, String sha256, List<String> findings) {
        compared++;
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(objects.open(key), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!Sha256.hex(digest).equals(sha256)) {
                findings.add(key + " in " + objects.name() + " was changed");
            }
        } catch (MissingObjectException e) {
            findings.add(key + " in " + objects.name() + " is missing");
        } catch (SharedStoreException e) {
            throw e;
        } catch (IOException | StoreException e) {
            findings.add(key + " in " + objects.name() + " cannot be read: " + e.getMessage());
        }
    }
}
