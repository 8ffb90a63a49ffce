package io.modeltracking.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.StudyHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What {@code prepare} wrote for the test JVM.
 *
 * @param root absolute path of the folder that {@code .tracking} stands in, or null
 * @param studies what earlier builds have searched
 * @param baselines what runs are compared with
 * @param state what of the build is recorded with its runs; null without a build
 * @param problem why the file could not be read, or null
 */
record BuildFacts(
        String buildId,
        String module,
        String root,
        String ciUrl,
        StudyHistory studies,
        KnownBaselines baselines,
        BuildState state,
        String problem) {

    private static final BuildFacts NONE =
            new BuildFacts(null, null, null, null, StudyHistory.NONE, KnownBaselines.NONE, null, null);
    private static final Map<Path, BuildFacts> KNOWN = new ConcurrentHashMap<>();

    /** Reads the file, once a JVM. */
    static BuildFacts of(Optional<Path> file) {
        return file.map(path -> KNOWN.computeIfAbsent(path, BuildFacts::read)).orElse(NONE);
    }

    private static BuildFacts read(Path file) {
        if (!Files.isRegularFile(file)) {
            return unreadable("tracking.build names " + file + ", which does not exist: run the build from Maven, or"
                    + " leave the property out");
        }
        try {
            JsonNode build = RunJson.mapper().readTree(file.toFile());
            return new BuildFacts(
                    text(build.path("buildId")),
                    text(build.path("module")),
                    text(build.path("root")),
                    text(build.path("ci").path("url")),
                    build.has("studies")
                            ? RunJson.mapper().treeToValue(build.get("studies"), StudyHistory.class)
                            : StudyHistory.NONE,
                    baselines(build),
                    RunJson.mapper().treeToValue(build, BuildState.class),
                    null);
        } catch (IOException e) {
            return unreadable("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static BuildFacts unreadable(String problem) {
        return new BuildFacts(null, null, null, null, StudyHistory.NONE, KnownBaselines.NONE, null, problem);
    }

    private static KnownBaselines baselines(JsonNode build) throws JsonProcessingException {
        return new KnownBaselines(
                true,
                list(build, "baselines", BaselineRecord[].class),
                list(build, "champions", ChampionRecord[].class));
    }

    private static <T> List<T> list(JsonNode build, String name, Class<T[]> type) throws JsonProcessingException {
        return build.has(name) ? List.of(RunJson.mapper().treeToValue(build.get(name), type)) : List.of();
    }

    private static String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
