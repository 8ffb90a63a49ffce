package io.modeltracking.store.shared;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.AtOnce;
import io.modeltracking.store.JournalMark;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFile;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the files of runs into a bucket: those they name first, the journal last, so that what has a journal is whole. */
final class Upload implements AutoCloseable {

    private static final int AT_ONCE = 8;

    private final TrackingRoot root;
    private final ObjectStore objects;
    private final RunFiles files;
    private final ChangeFiles changes;
    private final JournalReader reader;
    /** What this call has sent already: many runs share their facts. */
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final AtOnce threads;

    Upload(TrackingRoot root, ObjectStore objects) {
        this.root = root;
        this.objects = objects;
        this.files = new RunFiles(root);
        this.changes = new ChangeFiles(root, objects);
        this.reader = new JournalReader(root);
        this.threads = new AtOnce(AT_ONCE, "runs were sent to " + objects.name());
    }

    /** What is here is not what was recorded, one line each: it is not sent. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Sends runs, several at once.
     *
     * @param known SHA-256 of the journals that are there, by run id
     * @return those that are there as a whole
     */
    List<RunFile> send(Collection<RunEntry> entries, Map<String, String> known) {
        List<Callable<Optional<RunFile>>> tasks = new ArrayList<>();
        entries.forEach(entry -> tasks.add(() -> send(entry, known.get(entry.id()))));
        try {
            return threads.all(tasks).stream().flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new SharedStoreException("Runs cannot be sent to " + objects.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<RunFile> send(RunEntry entry, String known) throws IOException {
        Path folder = root.run(entry.id());
        Path journal = folder.resolve(JournalReader.FILE);
        String name = "Run " + entry.id() + " of " + entry.experiment();
        RunRecord run;
        try {
            if (!Sha256.of(journal).equals(entry.journal().sha256())) {
                problems.add(name + " stays here: " + journal + " was changed after it was recorded");
                return Optional.empty();
            }
            run = reader.read(folder);
        } catch (IOException | RuntimeException e) {
            problems.add(name + " stays here: " + e.getMessage());
            return Optional.empty();
        }
        if (!entry.journal().sha256().equals(known)) {
            files(name, run);
        }
        changes.push(entry.id());
        if (known != null) {
            changes.pull(entry.id());
        }
        if (!entry.journal().sha256().equals(known)) {
            objects.put(
                    RunFiles.journalKey(entry.id()), journal, entry.journal().sha256());
        }
        RunChanges all = RunChanges.read(folder);
        JournalMark mark = new JournalMark(
                entry.journal().sha256(), entry.journal().bytes(), all.all().size());
        return Optional.of(new RunFile(all.apply(run), all, mark));
    }

    private void files(String name, RunRecord run) throws IOException {
        for (RunFiles.Item item : files.facts(run)) {
            send(name, item);
        }
        for (RunFiles.Item item : files.data(run)) {
            if (Files.exists(item.file())) {
                send(name, item);
            }
        }
        for (RunFiles.Item item : files.overlay(run)) {
            send(name, item);
        }
        for (RunFiles.Item item : files.artifacts(run)) {
            send(name, item);
        }
    }

    private void send(String run, RunFiles.Item item) throws IOException {
        if (!sent.add(item.key())) {
            return;
        }
        if (item.isHere()) {
            objects.put(item.key(), item.file(), item.sha256());
        } else {
            problems.add(run + ": " + item.file() + " is missing or was changed, and is not sent");
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
