package io.modeltracking.store;

import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Commits and branches of the runs, read from the facts beside the index. */
final class Sources {

    private static final long MAX_BYTES = 32L << 20;

    private final Handle handle;
    private final Path facts;

    Sources(Handle handle, Path facts) {
        this.handle = handle;
        this.facts = facts;
    }

    /** Takes those in that a run names and the index lacks; what cannot be read is tried again next time. */
    void complete() {
        handle.createQuery("select distinct source_sha256 from runs where source_sha256 is not null and source_sha256"
                        + " not in (select sha256 from sources)")
                .mapTo(String.class)
                .list()
                .forEach(sha256 -> read(sha256).ifPresent(source -> insert(sha256, source)));
    }

    private Optional<SourceState> read(String sha256) {
        Path file = facts.resolve(sha256 + ".json");
        try {
            if (Names.isSha256(sha256) && Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                return Optional.of(RunJson.mapper().readValue(file.toFile(), SourceState.class));
            }
            return Optional.empty();
        } catch (IOException e) {
            // The report names a fact that cannot be read; here only a filter by commit misses it.
            return Optional.empty();
        }
    }

    private void insert(String sha256, SourceState source) {
        handle.createUpdate("insert into sources (sha256, commit_hash, branch, dirty) values (?, ?, ?, ?)")
                .bind(0, sha256)
                .bind(1, source.commit())
                .bind(2, source.branch())
                .bind(3, Boolean.toString(source.dirty()))
                .execute();
    }
}
