package io.modeltracking.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code prepare} wrote for the test JVM.
 *
 * @param problem why the file could not be read, or null
 */
record BuildFacts(String buildId, String module, String ciUrl, String problem) {

    private static final BuildFacts NONE = new BuildFacts(null, null, null, null);

    static BuildFacts read(Optional<Path> file) {
        return file.map(BuildFacts::read).orElse(NONE);
    }

    private static BuildFacts read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new BuildFacts(
                    null,
                    null,
                    null,
                    "tracking.build names " + file + ", which does not exist: run the"
                            + " build from Maven, or leave the property out");
        }
        try {
            JsonNode build = RunJson.mapper().readTree(file.toFile());
            return new BuildFacts(
                    text(build.path("buildId")),
                    text(build.path("module")),
                    text(build.path("ci").path("url")),
                    null);
        } catch (IOException e) {
            return new BuildFacts(null, null, null, "cannot read " + file + ": " + e.getMessage());
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
