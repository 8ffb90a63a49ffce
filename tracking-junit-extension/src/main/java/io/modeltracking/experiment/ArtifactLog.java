package io.modeltracking.experiment;

import io.modeltracking.ArtifactWriter;
import io.modeltracking.run.RunEvent.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;

/** Logs artifacts: the file first, then the event that names its hash. */
final class ArtifactLog {

    private final RunLog log;
    private final ArtifactFolder folder;

    ArtifactLog(RunLog log, ArtifactFolder folder) {
        this.log = log;
        this.folder = folder;
    }

    /** @return what is kept under the name, or null when the same content stood there already */
    Artifact keep(String name, ArtifactWriter writer) {
        log.requireOpen("Artifact \"" + name + "\"");
        Artifact artifact = folder.keep(name, writer);
        log.artifact(artifact);
        return artifact;
    }

    Artifact keepFile(String name, Path file) {
        Path readable = TrackedRun.readable(name, file);
        return keep(name, out -> Files.copy(readable, out));
    }

    ArtifactFolder folder() {
        return folder;
    }
}
