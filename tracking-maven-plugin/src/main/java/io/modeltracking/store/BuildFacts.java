package io.modeltracking.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.StudyHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a module's test JVM and the later goals need to know of its build: {@code target/tracking/build.json}.
 *
 * @param buildId 32 hex digits, the same for every module of the build
 * @param module {@code groupId:artifactId}
 * @param root absolute path of the folder that {@code .tracking} stands in
 * @param goals as typed
 * @param dependencies the module's declared ones, {@code groupId:artifactId:version}
 * @param studies what earlier builds have searched in the module; null when there is nothing to tell
 * @param baselines what its runs are compared with
 * @param champions versions in Production, to let them predict again
 * @param profiles as typed
 * @param properties as typed, those that may be recorded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BuildFacts(
        int schemaVersion,
        String buildId,
        String module,
        String projectVersion,
        String root,
        Instant started,
        String mavenVersion,
        List<String> goals,
        Ci ci,
        List<String> dependencies,
        StudyHistory studies,
        List<BaselineRecord> baselines,
        List<ChampionRecord> champions,
        List<String> profiles,
        SortedMap<String, String> properties) {

    /** The version of the file that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    public BuildFacts {
        goals = goals == null ? List.of() : List.copyOf(goals);
        dependencies = dependencies == null ? List.of() : List.copyOf(dependencies);
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        properties = properties == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        baselines = baselines == null ? List.of() : List.copyOf(baselines);
        champions = champions == null ? List.of() : List.copyOf(champions);
    }

    /**
     * The continuous integration job, as its variables say.
     *
     * @param actor who or what started it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ci(String provider, String url, String branch, String actor) {}

    /**
     * Reads the file.
     *
     * @throws StoreException when it is not there, is no such file, or of a later version
     */
    public static BuildFacts read(Path file) {
        try {
            BuildFacts facts = RunJson.mapper().readValue(file.toFile(), BuildFacts.class);
            if (facts.schemaVersion() > SCHEMA_VERSION) {
                throw new StoreException(file + " has schema version " + facts.schemaVersion()
                        + ", this plugin reads 1 to " + SCHEMA_VERSION + ": use one version for all goals");
            }
            if (!Names.isRunId(facts.buildId()) || facts.module() == null || facts.started() == null) {
                throw new StoreException(file + " has no build id, module or start: run the goal \"prepare\" again");
            }
            return facts;
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file + " (" + e + "): run the goal \"prepare\" again", e);
        }
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "build", ".tmp");
            Files.write(
                    temporary, RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + file + " (" + e + "): make the folder writable", e);
        }
    }
}
