package io.modeltracking.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The changes to a run after its end. Its journal stays as it was, and so does the hash of it in the ledger.
 *
 * @param all in the order of the file
 * @param problems what was skipped, one line each
 */
public record RunChanges(List<RunChange> all, List<String> problems) {

    /** The file beside the journal. */
    public static final String FILE = "changes.jsonl";

    /** Of a run that nobody has changed. */
    public static final RunChanges NONE = new RunChanges(List.of(), List.of());

    private static final long LARGEST = 16L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public RunChanges {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Reads them; what is no change is named and skipped. What stands behind the last line end was never finished. */
    public static RunChanges read(Path folder) {
        Path file = folder.resolve(FILE);
        List<RunChange> changes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return NONE;
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                return new RunChanges(
                        List.of(),
                        List.of(file + " is no file, or a very large one: skipped. Remove it if it is not yours"));
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            int number = 0;
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    changes.add(checked(RunJson.mapper().readValue(line, RunChange.class)));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    problems.add("line " + number + " of " + FILE + " is no change: skipped");
                }
            }
        } catch (IOException e) {
            problems.add("Cannot read " + file + " (" + e + "): its changes are not shown");
        }
        return new RunChanges(changes, problems);
    }

    private static RunChange checked(RunChange change) {
        if (change == null || change.time() == null || change.tags().containsValue(null)) {
            throw new IllegalArgumentException("something is missing");
        }
        change.tags().keySet().forEach(tag -> Names.check("tag", tag));
        if (change.name() != null) {
            Names.check("run", change.name());
        }
        return change;
    }

    /** Appends a change to a run's; it is on disk when this returns. */
    public static void append(TrackingRoot root, String run, RunChange change) {
        Path file = root.run(run).resolve(FILE);
        try (FolderLock lock = FolderLock.take(root.directory().resolve("changes.lock"), PATIENCE)) {
            String line = RunJson.mapper().writeValueAsString(change) + "\n";
            write(file, (isTorn(file) ? "\n" : "") + line);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + file + " (" + e + "): make it writable or free space", e);
        }
    }

    /** A writer that was killed may have left half a line. */
    private static boolean isTorn(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    private static void write(Path file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The last name that was given; null for none. */
    public String name() {
        return all.stream()
                .map(RunChange::name)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    public boolean archived() {
        return all.stream()
                .map(RunChange::archived)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(false);
    }

    /** The run with its tags and notes as they are now. */
    public RunRecord apply(RunRecord run) {
        if (all.isEmpty() && problems.isEmpty()) {
            return run;
        }
        Map<String, String> tags = new LinkedHashMap<>(run.tags());
        List<String> notes = new ArrayList<>(run.notes());
        for (RunChange change : all) {
            tags.putAll(change.tags());
            change.removed().forEach(tags::remove);
            if (change.note() != null) {
                notes.add(change.note());
            }
        }
        List<String> found = new ArrayList<>(run.problems());
        found.addAll(problems);
        return new RunRecord(
                run.started(),
                run.status(),
                run.end(),
                run.verdict(),
                run.reason(),
                run.failure(),
                run.params(),
                run.metrics(),
                tags,
                notes,
                run.artifacts(),
                run.datasets(),
                run.models(),
                run.facts(),
                run.seeds(),
                run.checks(),
                run.warnings(),
                found,
                run.search());
    }
}
