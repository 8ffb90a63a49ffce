package io.modeltracking.mlflow;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** A run of the history with its files. */
record LocalRun(TrackingRoot root, RunRecord run) {

    private static final long MAX_FACT = 32L << 20;

    static LocalRun read(TrackingRoot root, String id) {
        Path folder = root.run(id);
        return new LocalRun(root, RunChanges.read(folder).apply(new JournalReader(root).read(folder)));
    }

    static LocalRun readWithoutMetrics(TrackingRoot root, String id) {
        return new LocalRun(root, new JournalReader(root).readWithoutMetrics(root.run(id)));
    }

    /** Whether all its files are here. */
    boolean isWhole() {
        return run.artifacts().stream().allMatch(artifact -> file(artifact).isPresent());
    }

    /** The state of its journal and of what was changed after its end. */
    static String state(TrackingRoot root, String id) throws IOException {
        Path folder = root.run(id);
        String journal = Sha256.of(folder.resolve(JournalReader.FILE));
        Path changes = folder.resolve(RunChanges.FILE);
        return Files.isRegularFile(changes, LinkOption.NOFOLLOW_LINKS)
                ? Sha256.of(journal + Sha256.of(changes))
                : journal;
    }

    /** Null where none is known, or it cannot be read. */
    SourceState source() {
        String sha256 = run.facts().get("source");
        try {
            Path file = sha256 == null ? null : root.fact(sha256);
            return file != null && Files.isRegularFile(file) && Files.size(file) <= MAX_FACT
                    ? RunJson.mapper().readValue(file.toFile(), SourceState.class)
                    : null;
        } catch (IOException e) {
            // The report names a fact that cannot be read; the run is published without its commit.
            return null;
        }
    }

    /** Where the file of an artifact is: with the run, else among the blobs. A link is nobody's artifact. */
    Optional<Path> file(RunEvent.Artifact artifact) {
        Path folder = root.run(run.id()).resolve("artifacts");
        Path file = folder.resolve(artifact.name()).normalize();
        try {
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.of(file);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return new FolderBlobs(root.blobs()).find(artifact.sha256());
    }
}
