package io.modeltracking.maven;

import io.modeltracking.reproduce.BuildTool;
import io.modeltracking.reproduce.WhatIf;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Builds the copy of a commit, with the properties of the old run alone. */
final class CopyBuild implements BuildTool {

    private final MavenSession session;
    private final CopyDependencies dependencies;
    private final ToolchainJdks jdks;
    private final Path log;
    private final int timeoutSeconds;

    CopyBuild(CopyDependencies dependencies, ToolchainJdks jdks, Path log, int timeoutSeconds) {
        this.session = dependencies.session();
        this.dependencies = dependencies;
        this.jdks = jdks;
        this.log = log;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public Optional<String> override(Path copy, WhatIf.Dependency dependency) {
        return PomOverride.in(copy, dependency);
    }

    @Override
    public List<Jdk> jdks(int feature) {
        return jdks.of(feature);
    }

    @Override
    public Dependencies dependencies(Copy copy) {
        return dependencies.of(copy);
    }

    @Override
    public Optional<String> build(Copy copy) {
        try (PrintStream lines = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            return new MavenCall(session, timeoutSeconds)
                    .verify(copy, lines::println)
                    .map(failure -> failure + " in the copy, see " + log);
        } catch (IOException e) {
            return Optional.of("Maven could not be called: " + e.getMessage());
        }
    }
}
