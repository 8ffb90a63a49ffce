package io.modeltracking.maven;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a comparison: its properties by name, group by group.
 *
 * @param datasets that the run has read; of a study that has read none itself, those of its winner
 */
record ComparedRun(RunRecord run, List<DatasetRecord> datasets, RunFacts facts) {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final int SHORT_HASH = 12;

    /** With their types, which make 5 and "5" two values. */
    Map<String, ParamValue> params() {
        Map<String, ParamValue> params = new LinkedHashMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value()));
        return params;
    }

    /** Content and rows of each data set, by its name. */
    Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        for (DatasetRecord one : datasets) {
            data.put(
                    one.name(),
                    (one.hash() == null ? "not hashed" : shortHash(one.hash()))
                            + (one.rows() == null ? "" : ", " + one.rows() + " rows"));
        }
        return data;
    }

    /** The content of the data set that a metric is of. */
    Optional<String> dataOf(String metric) {
        int dot = metric.indexOf('.');
        String set = dot < 0 ? metric : metric.substring(0, dot);
        return datasets.stream()
                .filter(data -> data.name().equals(set) && data.hash() != null)
                .map(DatasetRecord::hash)
                .reduce((first, last) -> last);
    }

    Map<String, String> source() {
        Map<String, String> properties = new LinkedHashMap<>();
        SourceState source = facts.source();
        if (source != null) {
            put(properties, "commit", source.commit() == null ? null : shortHash(source.commit()));
            put(properties, "branch", source.branch());
            put(properties, "dirty", source.dirty());
            put(properties, "uncommitted", source.diffSha256() == null ? null : shortHash(source.diffSha256()));
        }
        run.seeds().stream().findFirst().ifPresent(seed -> put(properties, "root seed", seed.root()));
        return properties;
    }

    /** The machine, and the class path: a jar by its name, with its version, other jars and folders with their hash. */
    Map<String, String> environment() {
        Map<String, String> properties = new LinkedHashMap<>();
        EnvironmentState environment = facts.environment();
        if (environment == null) {
            return properties;
        }
        put(properties, "java", environment.javaVersion());
        put(properties, "java vendor", environment.javaVendor());
        put(properties, "os", environment.osName() + " " + environment.osVersion() + " " + environment.osArch());
        put(properties, "cpu", environment.cpu());
        put(properties, "processors", environment.processors());
        put(properties, "locale", environment.locale());
        put(properties, "time zone", environment.timeZone());
        put(properties, "jvm flags", String.join(" ", environment.jvmFlags()));
        properties.putAll(new TreeMap<>(environment.natives()));
        for (EnvironmentState.Entry entry : environment.classPath()) {
            Matcher jar = JAR.matcher(String.valueOf(entry.name()));
            String hash = entry.sha256() == null ? "" : shortHash(entry.sha256());
            properties.merge(
                    jar.matches() ? jar.group(1) : entry.name(),
                    jar.matches() ? jar.group(2) + " (" + hash + ")" : hash,
                    (one, other) -> one.equals(other) ? one : one + ", " + other);
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String name, Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }

    private static String shortHash(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }
}
