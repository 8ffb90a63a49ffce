package io.modeltracking.store;

import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The folders under {@code .tracking/runs}. Anybody can put files there: what is no run is named and skipped. */
public final class RunFolders {

    /** A folder younger than this may still lack its journal: its JVM is about to write it. */
    private static final Duration BEING_MADE = Duration.ofMinutes(1);

    /** Runs a call: other builds wait for the transaction that takes them. */
    private static final int CHUNK = 200;

    private final TrackingRoot root;
    private final JournalReader reader;
    private final Clock clock;

    public RunFolders(TrackingRoot root, Clock clock) {
        this.root = root;
        this.reader = new JournalReader(root);
        this.clock = clock;
    }

    /**
     * Reads the runs that are not known yet, or whose journal has changed since, in the order of their ids.
     *
     * @param known state of the journals, by run id
     * @param taker is given a few runs at a time: all of them may be more than the memory holds
     * @return what was skipped or is not as it should be, one line each
     */
    public List<String> changed(Map<String, JournalMark> known, Consumer<List<RunFile>> taker) {
        List<String> problems = new ArrayList<>();
        List<RunFile> chunk = new ArrayList<>(CHUNK);
        for (Path folder : folders(problems)) {
            try {
                RunFile file = look(folder, known.get(folder.getFileName().toString()));
                if (file != null) {
                    file.run()
                            .problems()
                            .forEach(problem -> problems.add("run " + file.run().shortId() + ": " + problem));
                    chunk.add(file);
                }
            } catch (JournalException | IOException e) {
                if (!isBeingMade(folder)) {
                    problems.add(e instanceof JournalException ? e.getMessage() : "Cannot read " + folder + ": " + e);
                }
            }
            if (chunk.size() == CHUNK) {
                taker.accept(List.copyOf(chunk));
                chunk.clear();
            }
        }
        taker.accept(List.copyOf(chunk));
        return problems;
    }

    private List<Path> folders(List<String> problems) {
        List<Path> folders = new ArrayList<>();
        if (!Files.isDirectory(root.runs())) {
            return folders;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.runs())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isSymbolicLink(entry) || Files.isSymbolicLink(entry.resolve(JournalReader.FILE))) {
                    problems.add(entry + " is a symbolic link, or its journal is: skipped. A run's files stand in"
                            + " its own folder; put them there, or remove the link");
                } else if (!Names.isRunId(name) || !Files.isDirectory(entry)) {
                    problems.add(entry + " is no run's folder: skipped. Remove it if it is not needed");
                } else {
                    folders.add(entry);
                }
            }
        } catch (IOException e) {
            throw new StoreException("Cannot list " + root.runs() + " (" + e + "): make it readable", e);
        }
        folders.sort(null);
        problems.sort(null);
        return folders;
    }

    private RunFile look(Path folder, JournalMark known) throws IOException {
        Path journal = folder.resolve(JournalReader.FILE);
        BasicFileAttributes state = Files.readAttributes(journal, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long bytes = state.size();
        long modified = Math.max(nanoseconds(state.lastModifiedTime()), changed(folder));
        if (known != null && known.bytes() == bytes && known.modified() == modified) {
            return null;
        }
        // Of the size seen first: a journal that grows meanwhile differs from its mark, and is taken again next time.
        String sha256 = Sha256.of(journal, bytes);
        RunChanges changes = RunChanges.read(folder);
        return new RunFile(changes.apply(reader.read(folder)), changes, new JournalMark(sha256, bytes, modified));
    }

    /** When the run was last changed after its end. */
    private static long changed(Path folder) throws IOException {
        try {
            return nanoseconds(Files.getLastModifiedTime(folder.resolve(RunChanges.FILE), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Long.MIN_VALUE;
        }
    }

    private static long nanoseconds(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    private boolean isBeingMade(Path folder) {
        try {
            Path journal = folder.resolve(JournalReader.FILE);
            boolean unwritten = !Files.exists(journal) || Files.size(journal) == 0;
            return unwritten
                    && Files.getLastModifiedTime(folder)
                            .toInstant()
                            .isAfter(clock.instant().minus(BEING_MADE));
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs in full, in the order of the entries, and what could not be read. */
    public record Loaded(List<RunRecord> runs, List<String> problems) {}

    /** Reads the runs that the index names. */
    public Loaded load(Collection<RunEntry> entries) {
        List<RunRecord> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RunEntry entry : entries) {
            try {
                Path folder = root.run(entry.id());
                runs.add(RunChanges.read(folder).apply(reader.read(folder)));
            } catch (JournalException e) {
                problems.add("Run " + entry.id() + " of " + entry.experiment() + " is in the history, but "
                        + e.getMessage());
            }
        }
        return new Loaded(runs, problems);
    }
}
