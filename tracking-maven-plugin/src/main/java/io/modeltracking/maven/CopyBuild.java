package io.modeltracking.maven;

import io.modeltracking.reproduce.Reproducer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Builds the copy of a commit, with the properties of the old run alone. */
final class CopyBuild implements Reproducer.Build {

    private final MavenSession session;
    private final Path log;
    private final int timeoutSeconds;

    CopyBuild(MavenSession session, Path log, int timeoutSeconds) {
        this.session = session;
        this.log = log;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public Optional<String> run(Path copy, String module, Map<String, String> properties, List<String> profiles) {
        try (PrintStream lines = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            return new MavenCall(session, timeoutSeconds)
                    .verify(copy, module, properties, profiles, lines::println)
                    .map(failure -> failure + " in the copy, see " + log);
        } catch (IOException e) {
            return Optional.of("Maven could not be called: " + e.getMessage());
        }
    }
}
