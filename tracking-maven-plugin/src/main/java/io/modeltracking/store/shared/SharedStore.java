package io.modeltracking.store.shared;

import io.modeltracking.run.Names;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Blobs;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.HistoryStore.KnownRun;
import io.modeltracking.store.LedgerTable;
import io.modeltracking.store.PostgresDatabase;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFile;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shared store as one machine uses it. Opened for one goal; the bucket is asked only when a file is. */
public final class SharedStore implements RunSource, AutoCloseable {

    /** Runs a transaction of the index. */
    private static final int CHUNK = 100;

    private final SharedSettings settings;
    private final PostgresDatabase database;
    private final TrackingRoot root;
    private final Clock clock;
    private final String plugin;
    private ObjectStore objects;

    private SharedStore(
            SharedSettings settings, PostgresDatabase database, TrackingRoot root, Clock clock, String plugin) {
        this.settings = settings;
        this.database = database;
        this.root = root;
        this.clock = clock;
        this.plugin = plugin;
    }

    /**
     * Connects to the database.
     *
     * @param root what this machine has
     * @param plugin this plugin's version
     * @throws io.modeltracking.store.SharedStoreException when it does not answer, or refuses
     */
    public static SharedStore open(SharedSettings settings, TrackingRoot root, Clock clock, String plugin) {
        return new SharedStore(
                settings, PostgresDatabase.open(settings.url(), settings.login(), plugin), root, clock, plugin);
    }

    /** As people are told it. */
    public String name() {
        return settings.name();
    }

    /** The index of all runs; the caller closes it. */
    public HistoryStore index() {
        return database.index(root.facts());
    }

    @Override
    public Optional<HistoryStore> open() {
        return Optional.of(index());
    }

    public LedgerTable ledger() {
        return database.ledger();
    }

    /** The database itself, for what is shared beside runs and events. */
    public PostgresDatabase database() {
        return database;
    }

    public synchronized ObjectStore objects() {
        if (objects == null) {
            objects = settings.objects().get();
        }
        return objects;
    }

    /** Files by their content; what is put stands here and there. */
    public Blobs blobs() {
        return new SharedBlobs(new FolderBlobs(root.blobs()), objects(), new Download(root, objects()));
    }

    /** Compares what the bucket has. */
    public BucketCheck check() {
        return new BucketCheck(root, objects());
    }

    /** Takes all files there that are kept by their content. */
    public void pushBlobs() {
        for (Path file : BlobFiles.all(root.blobs())) {
            String sha256 = file.getFileName().toString();
            objects().put(RunFiles.blobKey(sha256), file, sha256);
        }
    }

    /** Brings all of them here. */
    public void needBlobs() {
        FolderBlobs here = new FolderBlobs(root.blobs());
        for (String key : objects().list("blobs/")) {
            String sha256 = key.substring(key.lastIndexOf('/') + 1);
            if (Names.isSha256(sha256) && !here.has(sha256)) {
                try {
                    new Download(root, objects()).blob(sha256, here.path(sha256));
                } catch (IOException e) {
                    throw unwritable(e);
                }
            }
        }
    }

    private StoreException unwritable(IOException e) {
        return new StoreException(
                "What " + name() + " has cannot be kept in " + root.directory() + " (" + e
                        + "): make it writable or free space",
                e);
    }

    /**
     * What taking runs there came to.
     *
     * @param sent runs that it had not got, or not as they are now
     * @param problems what stays here, one line each
     */
    public record Pushed(int sent, List<String> problems) {
        public Pushed {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Takes all ended runs there that it has not got as they are now. What was taken when this fails is not taken again.
     *
     * @param local the index of this machine
     */
    public Pushed push(HistoryStore local) {
        List<RunEntry> entries = local.unpushed(name());
        if (entries.isEmpty()) {
            return new Pushed(0, List.of());
        }
        int sent = 0;
        try (HistoryStore index = index();
                Upload upload = new Upload(root, objects())) {
            for (int from = 0; from < entries.size(); from += CHUNK) {
                sent += push(entries.subList(from, Math.min(entries.size(), from + CHUNK)), local, index, upload);
            }
            return new Pushed(sent, upload.problems());
        }
    }

    private int push(List<RunEntry> entries, HistoryStore local, HistoryStore index, Upload upload) {
        Map<String, String> there = new HashMap<>();
        index.known(entries.stream().map(RunEntry::id).toList())
                .forEach(run -> there.put(run.id(), run.journalSha256()));
        List<RunFile> arrived = upload.send(entries, there);
        HistoryStore.Taken taken = index.record(arrived);
        List<String> ids = arrived.stream().map(file -> file.run().id()).toList();
        local.pushed(ids, name());
        for (KnownRun known : index.known(ids)) {
            if (known.ledgerSeq() != null) {
                local.listed(List.of(known.id()), known.ledgerSeq());
            }
        }
        return taken.added() + taken.refreshed();
    }

    @Override
    public void need(Collection<String> ids) {
        fetch(ids, false);
    }

    @Override
    public void needWhole(Collection<String> ids) {
        fetch(ids, true);
    }

    private void fetch(Collection<String> ids, boolean whole) {
        List<String> wanted = ids.stream()
                .filter(id -> id != null && Names.isRunId(id))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<KnownRun> there;
        try (HistoryStore index = index()) {
            there = index.known(wanted);
        }
        Fetch fetch = new Fetch(root, objects());
        List<KnownRun> lacking = fetch.lacking(there);
        try {
            fetch.journals(there);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            List<KnownRun> left = fetch.lacking(lacking);
            remember(lacking.stream().filter(run -> !left.contains(run)).toList());
        }
        try {
            if (whole) {
                fetch.artifacts(wanted);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Brings what the next test JVM of a module is told of its studies.
     *
     * @param module {@code groupId:artifactId}
     * @param commit that is checked out, or null
     */
    public void needStudies(String module, String commit) {
        try {
            new StudyFetch(this, root).bring(module, commit);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Whether a run is here with all its artifacts. */
    public boolean isWhole(String id) {
        return new Fetch(root, objects()).isWhole(id);
    }

    /** So that this machine's next build does not take them for runs of its own. */
    private void remember(List<KnownRun> came) {
        if (came.isEmpty()) {
            return;
        }
        try (History history = History.open(root, plugin, false)) {
            HistoryStore local = history.store();
            new RunFolders(root, clock).changed(local.settled(), local::record);
            local.pushed(came.stream().map(KnownRun::id).toList(), name());
            came.stream()
                    .filter(run -> run.ledgerSeq() != null)
                    .forEach(run -> local.listed(List.of(run.id()), run.ledgerSeq()));
        }
    }

    @Override
    public void close() {
        if (objects != null) {
            objects.close();
        }
        database.close();
    }
}
