package io.modeltracking.store.shared;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/** Brings files of a bucket here; what is not what its hash says stays away. */
final class Download {

    private final TrackingRoot root;
    private final ObjectStore objects;
    private final RunFiles files;

    Download(TrackingRoot root, ObjectStore objects) {
        this.root = root;
        this.objects = objects;
        this.files = new RunFiles(root);
    }

    /** The journal of a run and what explains it, whole or not at all. */
    void journal(String run, String sha256) throws IOException {
        Files.createDirectories(root.runs());
        Path staging = Files.createTempDirectory(root.directory(), "incoming-");
        try {
            Path folder = staging.resolve(run);
            Path journal = folder.resolve(JournalReader.FILE);
            get(new RunFiles.Item(RunFiles.journalKey(run), journal, sha256));
            RunRecord record = new JournalReader(root).readWithoutMetrics(folder);
            getAll(files.facts(record));
            getAll(files.overlay(record));
            Path target = root.run(run);
            Files.createDirectories(target);
            Files.move(
                    journal,
                    target.resolve(JournalReader.FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staging.resolve(run).resolve(JournalReader.FILE));
            Files.deleteIfExists(staging.resolve(run));
            Files.deleteIfExists(staging);
        }
        new ChangeFiles(root, objects).pull(run);
    }

    boolean lacksNoArtifact(String run) {
        RunRecord record = new JournalReader(root).readWithoutMetrics(root.run(run));
        return files.artifacts(record).stream().allMatch(item -> Files.exists(item.file()));
    }

    /** The artifacts of a run whose journal is here, and its data where it was kept. */
    void artifacts(String run) throws IOException {
        RunRecord record = new JournalReader(root).readWithoutMetrics(root.run(run));
        getAll(files.artifacts(record));
        for (RunFiles.Item item : files.data(record)) {
            if (!Files.exists(item.file()) && objects.has(item.key())) {
                get(item);
            }
        }
    }

    /** Of a run whose journal is here, some artifacts by their names. */
    void artifacts(String run, Set<String> names) throws IOException {
        RunRecord record = new JournalReader(root).readWithoutMetrics(root.run(run));
        Path folder = root.run(run).resolve("artifacts");
        getAll(files.artifacts(record).stream()
                .filter(item -> names.contains(folder.relativize(item.file()).toString()))
                .toList());
    }

    void blob(String sha256, Path target) throws IOException {
        get(new RunFiles.Item(RunFiles.blobKey(sha256), target, sha256));
    }

    private void getAll(List<RunFiles.Item> items) throws IOException {
        for (RunFiles.Item item : items) {
            if (!Files.exists(item.file())) {
                get(item);
            }
        }
    }

    private void get(RunFiles.Item item) throws IOException {
        Files.createDirectories(item.file().getParent());
        Files.createDirectories(root.directory());
        Path copy = Files.createTempFile(root.directory(), "incoming-", ".tmp");
        try {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = objects.open(item.key());
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new SharedStoreException(
                        item.key() + " in " + objects.name() + " breaks off while it is read (" + e.getMessage() + ")",
                        e);
            }
            if (!Sha256.hex(digest).equals(item.sha256())) {
                throw new StoreException(item.key() + " in " + objects.name()
                        + " is not what was recorded: restore it from a backup of the bucket");
            }
            Files.move(copy, item.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
