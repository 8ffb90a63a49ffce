package io.modeltracking.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Maven does for a reproduction. */
public interface BuildTool {

    /**
     * A JDK.
     *
     * @param version in full, as {@code 17.0.15}; null when it cannot be told
     */
    record Jdk(Path home, String version) {}

    /**
     * A copy of a commit, and how it is built.
     *
     * @param module {@code :artifactId}, or null for the whole build
     * @param profiles as typed
     * @param variables of the environment, beside those that there are
     * @param javaHome of the JDK that it is built on; null for the running one
     */
    record Copy(
            Path folder,
            String module,
            Map<String, String> properties,
            List<String> profiles,
            Map<String, String> variables,
            Path javaHome) {}

    /**
     * The dependencies of a module, for its tests.
     *
     * @param jars by file name
     * @param missing what cannot be resolved, as {@code groupId:artifactId:version}
     * @param problem why nothing could be resolved, or null
     */
    record Dependencies(Map<String, Path> jars, List<String> missing, String problem) {}

    /**
     * Puts a library in another version into the POMs of the copy, wherever its version comes from.
     *
     * @return why that cannot be, or empty
     */
    Optional<String> override(Path copy, WhatIf.Dependency dependency);

    /** The JDKs of a feature version that the toolchains name. */
    List<Jdk> jdks(int feature);

    /** Resolves the dependencies of the copy's module, but for those of its own build. */
    Dependencies dependencies(Copy copy);

    /**
     * Builds the copy.
     *
     * @return why it failed, or empty
     */
    Optional<String> build(Copy copy);
}
