package io.modeltracking.experiment;

import io.modeltracking.ArtifactWriter;
import io.modeltracking.run.RunEvent.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Logs artifacts: the file first, then the event that names its hash. */
final class ArtifactLog {

    private static final String COPY = "artifact-contains-data";

    private final RunLog log;
    private final ArtifactFolder folder;
    private final DataGuard guard = new DataGuard();

    ArtifactLog(RunLog log, ArtifactFolder folder) {
        this.log = log;
        this.folder = folder;
    }

    /** @return what is kept under the name, or null when the same content stood there already */
    Artifact keep(String name, ArtifactWriter writer) {
        log.requireOpen("Artifact \"" + name + "\"");
        Artifact kept = folder.keep(name, writer);
        if (kept == null) {
            return null;
        }
        List<String> dataSets = guard.within(folder.file(name));
        Artifact artifact = new Artifact(kept.name(), kept.mediaType(), kept.size(), kept.sha256(), dataSets);
        log.artifact(artifact);
        if (!dataSets.isEmpty()) {
            log.warning(COPY, DataGuard.message(name, dataSets));
        }
        return artifact;
    }

    Artifact keepFile(String name, Path file) {
        Path readable = TrackedRun.readable(name, file);
        return keep(name, out -> Files.copy(readable, out));
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.file(name));
    }

    /** Watches from now on for copies of a data set, and looks through what is kept already. */
    void guard(String dataSet, Set<String> sourceHashes) {
        guard.add(dataSet, sourceHashes);
        for (String name : folder.names()) {
            List<String> dataSets = guard.within(folder.file(name));
            if (dataSets.contains(dataSet)) {
                log.warning(COPY, DataGuard.message(name, dataSets));
            }
        }
    }
}
