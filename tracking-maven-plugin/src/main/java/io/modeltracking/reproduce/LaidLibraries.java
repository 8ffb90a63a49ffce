package io.modeltracking.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A build tool that first puts other libraries into the copy.
 *
 * @param jars SHA-256 by file name
 */
record LaidLibraries(BuildTool tool, Libraries libraries, SortedMap<String, String> jars) implements BuildTool {

    @Override
    public Optional<String> override(Path copy, WhatIf.Dependency dependency) {
        return tool.override(copy, dependency);
    }

    @Override
    public List<Jdk> jdks(int feature) {
        return tool.jdks(feature);
    }

    /** The first that is asked of a copy. */
    @Override
    public Dependencies dependencies(Copy copy) {
        try {
            libraries.lay(copy.folder(), jars);
        } catch (IOException e) {
            return new Dependencies(Map.of(), List.of(e.getMessage()), null);
        }
        return tool.dependencies(copy);
    }

    @Override
    public Optional<String> build(Copy copy) {
        return tool.build(copy);
    }
}
