package io.modeltracking.maven;

import io.modeltracking.reproduce.BuildTool.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.ToolchainManager;

/** The JDKs that {@code toolchains.xml} names. */
record ToolchainJdks(ToolchainManager toolchains, MavenSession session) {

    List<Jdk> of(int feature) {
        String range = "[" + feature + "," + (feature + 1) + ")";
        return toolchains.getToolchains(session, "jdk", Map.of("version", range)).stream()
                .map(toolchain -> toolchain.findTool("java"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .map(java -> new Jdk(
                        java.toAbsolutePath().getParent().getParent(),
                        TestJdk.version(java).orElse(null)))
                .toList();
    }
}
