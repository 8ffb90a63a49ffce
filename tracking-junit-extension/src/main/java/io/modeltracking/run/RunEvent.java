package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a journal. The first is {@link Started}, the last {@link Finished}. Fields that are null, and empty lists, are left
 * out; fields that a reader does not know are ignored.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event", defaultImpl = RunEvent.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.Param.class, name = "param"),
    @JsonSubTypes.Type(value = RunEvent.Metric.class, name = "metric"),
    @JsonSubTypes.Type(value = RunEvent.Tag.class, name = "tag"),
    @JsonSubTypes.Type(value = RunEvent.Note.class, name = "note"),
    @JsonSubTypes.Type(value = RunEvent.Artifact.class, name = "artifact"),
    @JsonSubTypes.Type(value = RunEvent.Data.class, name = "dataset"),
    @JsonSubTypes.Type(value = RunEvent.Model.class, name = "model"),
    @JsonSubTypes.Type(value = RunEvent.Fact.class, name = "fact"),
    @JsonSubTypes.Type(value = RunEvent.Seed.class, name = "seed"),
    @JsonSubTypes.Type(value = RunEvent.Check.class, name = "check"),
    @JsonSubTypes.Type(value = RunEvent.Warning.class, name = "warning"),
    @JsonSubTypes.Type(value = SearchEvent.Trial.class, name = "trial"),
    @JsonSubTypes.Type(value = SearchEvent.Objective.class, name = "objective"),
    @JsonSubTypes.Type(value = SearchEvent.Reused.class, name = "reused"),
    @JsonSubTypes.Type(value = SearchEvent.Winner.class, name = "winner"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface RunEvent
        permits RunEvent.Started,
                RunEvent.Param,
                RunEvent.Metric,
                RunEvent.Tag,
                RunEvent.Note,
                RunEvent.Artifact,
                RunEvent.Data,
                RunEvent.Model,
                RunEvent.Fact,
                RunEvent.Seed,
                RunEvent.Check,
                RunEvent.Warning,
                SearchEvent,
                RunEvent.Finished,
                RunEvent.Unknown {

    /** The version of the journal's schema that this code writes. */
    int SCHEMA_VERSION = 1;

    /**
     * Who and what the run is.
     *
     * @param schemaVersion of this journal
     * @param id 32 hex digits
     * @param experiment the experiment's name
     * @param model the lasting name in the registry
     * @param name of a child run; null on others
     * @param parent id of the parent run, or null
     * @param trial number in the study, from 0, or null
     * @param repeat the seed of a repeated trial, or null
     * @param attempt from 1; 2 and more for Surefire's reruns
     * @param module {@code groupId:artifactId} as the build says, or null
     * @param testClass fully qualified
     * @param method of the test class
     * @param uniqueId JUnit's
     * @param build id of the Maven build, or null (an IDE, or a build without the plugin)
     * @param ciUrl of the CI job, or null
     * @param author who ran it, or null
     * @param live name of the lock file under {@code live/} that the JVM holds for as long as it lives
     * @param links to other runs: {@code reproduceOf}, {@code resumedFrom}, {@code repeatOf}, {@code importedFrom}
     */
    record Started(
            int schemaVersion,
            Instant time,
            String id,
            String experiment,
            String model,
            String name,
            String parent,
            Integer trial,
            Long repeat,
            int attempt,
            String module,
            String testClass,
            String method,
            String uniqueId,
            String build,
            String ciUrl,
            Author author,
            String live,
            Map<String, String> links)
            implements RunEvent {
        public Started {
            links = links == null ? Map.of() : Map.copyOf(links);
        }
    }

    /**
     * A person, as the source of the identity gave it.
     *
     * @param source {@code ci:…}, {@code git}, {@code property} or {@code os}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Author(String name, String email, String source) {}

    /** @param origin null means the user */
    record Param(String name, ParamValue value, Origin origin) implements RunEvent {}

    /**
     * One value of a metric.
     *
     * @param step null for a single value
     * @param time milliseconds since 1970-01-01T00:00Z
     * @param direction {@code MINIMIZE} or {@code MAXIMIZE} where it is known, else null
     */
    record Metric(
            String name,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double value,

            Long step,
            long time,
            String direction)
            implements RunEvent {}

    /** A label, set anew by a later one of the same name. */
    record Tag(String name, String value) implements RunEvent {}

    /** @param markdown as a person wrote it */
    record Note(String markdown) implements RunEvent {}

    /**
     * A file of the run.
     *
     * @param name its path below {@code artifacts/}, with '/' between parts
     * @param size bytes
     * @param containsData names of data sets that it holds, and should perhaps not
     */
    record Artifact(String name, String mediaType, long size, String sha256, List<String> containsData)
            implements RunEvent {
        public Artifact {
            containsData = containsData == null ? List.of() : List.copyOf(containsData);
        }
    }

    /** @param dataset a data set that the run has read */
    record Data(DatasetRecord dataset) implements RunEvent {}

    /**
     * A trained model, kept as an artifact.
     *
     * @param name of the model within the run
     * @param artifact the artifact's name
     * @param format {@code xgboost-ubj}, {@code xgboost-json} or {@code file}
     * @param features names and types that it is given, in order
     */
    record Model(
            String name,
            String artifact,
            String format,
            long size,
            String sha256,
            List<Feature> features,
            String library,
            String libraryVersion)
            implements RunEvent {
        public Model {
            features = features == null ? List.of() : List.copyOf(features);
        }
    }

    /** @param type the library's own, or null where it gives none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Feature(String name, String type) {}

    /**
     * What many runs share, stored once.
     *
     * @param kind {@code source} or {@code environment}
     * @param sha256 names the file {@code facts/<sha256>.json}
     */
    record Fact(String kind, String sha256) implements RunEvent {}

    /**
     * A stream of random numbers that was used.
     *
     * @param version of the derivation, {@code seed/v1}
     * @param path parts of the derivation's path
     * @param seed 64 bits
     */
    record Seed(String version, long root, List<String> path, long seed) implements RunEvent {
        public Seed {
            path = path == null ? List.of() : List.copyOf(path);
        }
    }

    /**
     * The verdict on one requirement.
     *
     * @param rule as a person reads it: {@code test.rmse <= 0.5}
     * @param kind {@code metric}, {@code interval}, {@code gap}, {@code artifact}, {@code condition} or
     *     {@code baseline}
     * @param metric the selector it reads, or null
     * @param observed null when it is missing
     * @param violation how far beyond the threshold, relative to it; 0 when it holds, null when it cannot be said
     * @param message null when it holds
     */
    record Check(
            String rule,
            String kind,
            String metric,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double observed,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double min,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double max,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double violation,

            Verdict verdict,
            String message)
            implements RunEvent {}

    /**
     * What a reader of the run should know.
     *
     * @param code for machines, in kebab case: {@code autolog-off}
     */
    record Warning(String code, String message) implements RunEvent {}

    /**
     * The end.
     *
     * @param verdict of the requirements, or null when none were given
     * @param reason one line, null when all is well
     */
    record Finished(Instant time, Status status, Verdict verdict, String reason, Failure failure) implements RunEvent {}

    /** @param stack as {@link Throwable#printStackTrace} writes it, cut at 64 KiB */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(String type, String message, String stack) {}

    /** An event of a later version: kept in the file, ignored here. */
    record Unknown() implements RunEvent {}
}
