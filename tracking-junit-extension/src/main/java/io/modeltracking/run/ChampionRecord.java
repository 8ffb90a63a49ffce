package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.modeltracking.run.RunEvent.Feature;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A version in Production as a test JVM is handed it, without its bytes.
 *
 * @param model the lasting name
 * @param label as people know it: {@code motor-frequency/3 (Production)}
 * @param run that made it
 * @param files of the model, in the order of logging
 * @param keys of the rows that it has learned from, one file a data set; none where they are not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChampionRecord(
        String model,
        String label,
        String run,
        List<File> files,
        SortedMap<String, ParamValue> params,
        List<File> keys) {

    public ChampionRecord {
        files = files == null ? List.of() : List.copyOf(files);
        params = Collections.unmodifiableSortedMap(params == null ? new TreeMap<>() : new TreeMap<>(params));
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /**
     * A file of it.
     *
     * @param name of the model, or of the data set
     * @param path absolute; null where the file is lost
     * @param features that a model takes, in order; none where its run knew none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(String name, String path, String sha256, List<Feature> features) {
        public File {
            features = features == null ? List.of() : List.copyOf(features);
        }
    }
}
