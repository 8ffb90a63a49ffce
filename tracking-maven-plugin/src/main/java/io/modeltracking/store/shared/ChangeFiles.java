package io.modeltracking.store.shared;

import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderLock;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes to a run after its end. Several machines make some, so each is an object of its own, named by its time and
 * content; here they are the lines of one file.
 */
final class ChangeFiles {

    private static final int LARGEST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TrackingRoot root;
    private final ObjectStore objects;

    ChangeFiles(TrackingRoot root, ObjectStore objects) {
        this.root = root;
        this.objects = objects;
    }

    private record Line(String key, String text) {}

    /** Takes what is here there. */
    void push(String run) throws IOException {
        Path file = root.run(run).resolve(RunChanges.FILE);
        if (!Files.isRegularFile(file)) {
            return;
        }
        Path copy = Files.createTempFile("tracking-change-", null);
        try {
            for (Line line : here(run, file)) {
                byte[] text = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
                Files.write(copy, text);
                objects.put(line.key(), copy, Sha256.of(text));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Takes what others have changed here; each machine then has the same lines in the same order. */
    void pull(String run) throws IOException {
        Path file = root.run(run).resolve(RunChanges.FILE);
        List<Line> news = news(run, file);
        if (news.isEmpty()) {
            return;
        }
        try (FolderLock held = FolderLock.take(root.directory().resolve("changes.lock"), PATIENCE)) {
            List<Line> lines = new ArrayList<>(here(run, file));
            Set<String> known = keys(lines);
            news.stream().filter(line -> known.add(line.key())).forEach(lines::add);
            // The key begins with the time.
            lines.sort(Comparator.comparing(Line::key));
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line.text()).append('\n'));
            Path copy = file.resolveSibling(RunChanges.FILE + ".new");
            Files.writeString(copy, text);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Nobody waits for the bucket while another holds the lock. */
    private List<Line> news(String run, Path file) throws IOException {
        Set<String> known = keys(here(run, file));
        List<Line> news = new ArrayList<>();
        for (String key : objects.list(RunFiles.changesPrefix(run))) {
            if (known.add(key)) {
                news.add(new Line(key, read(key)));
            }
        }
        return news;
    }

    private static Set<String> keys(List<Line> lines) {
        return lines.stream().map(Line::key).collect(Collectors.toCollection(HashSet::new));
    }

    private String read(String key) throws IOException {
        try (InputStream in = objects.open(key)) {
            byte[] text = in.readNBytes(LARGEST);
            if (!key.endsWith("-" + Sha256.of(text) + ".jsonl")) {
                throw new StoreException(key + " in " + objects.name() + " was changed: restore it from a backup");
            }
            return new String(text, StandardCharsets.UTF_8).strip();
        }
    }

    private static List<Line> here(String run, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        String text = Files.readString(file);
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.add(new Line(key(run, line.strip()), line.strip())));
        return lines;
    }

    private static String key(String run, String line) {
        return RunFiles.changesPrefix(run) + String.format("%014d", time(line).toEpochMilli()) + "-"
                + Sha256.of(line + "\n") + ".jsonl";
    }

    /** A line that is no change is kept, and named where it is read. */
    private static Instant time(String line) {
        try {
            RunChange change = RunJson.mapper().readValue(line, RunChange.class);
            return change.time() == null || change.time().isBefore(Instant.EPOCH) ? Instant.EPOCH : change.time();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
