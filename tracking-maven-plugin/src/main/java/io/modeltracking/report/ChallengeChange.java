package io.modeltracking.report;

import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that differs between two trainings.
 *
 * @param kind param, data, dependency, runtime or code
 * @param champion null where it has none
 * @param challenger null where it has none
 */
record ChallengeChange(String kind, String name, String champion, String challenger) {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");
    private static final int HASH = 12;

    static List<ChallengeChange> between(ReportRun champion, ReportRun challenger) {
        List<ChallengeChange> changes = new ArrayList<>();
        add(changes, "param", params(champion), params(challenger));
        add(changes, "data", data(champion), data(challenger));
        if (champion.environment() != null && challenger.environment() != null) {
            add(changes, "dependency", jars(champion.environment()), jars(challenger.environment()));
            add(changes, "runtime", runtime(champion.environment()), runtime(challenger.environment()));
        }
        if (champion.source() != null && challenger.source() != null) {
            add(changes, "code", code(champion.source()), code(challenger.source()));
        }
        return changes;
    }

    private static void add(
            List<ChallengeChange> changes, String kind, Map<String, String> champion, Map<String, String> challenger) {
        TreeSet<String> names = new TreeSet<>(champion.keySet());
        names.addAll(challenger.keySet());
        for (String name : names) {
            if (!Objects.equals(champion.get(name), challenger.get(name))) {
                changes.add(new ChallengeChange(kind, name, champion.get(name), challenger.get(name)));
            }
        }
    }

    private static Map<String, String> params(ReportRun run) {
        Map<String, String> params = new TreeMap<>();
        run.record()
                .params()
                .forEach((name, param) -> params.put(name, param.value().text()));
        return params;
    }

    private static Map<String, String> data(ReportRun run) {
        Map<String, String> data = new TreeMap<>();
        run.record().datasets().forEach(dataset -> data.put(dataset.name(), shortened(dataset.hash())));
        return data;
    }

    /** By artifact, so that a new version is one change; jars of one version by their content. */
    private static Map<String, String> jars(EnvironmentState environment) {
        Map<String, String> jars = new TreeMap<>();
        for (EnvironmentState.Entry entry : environment.classPath()) {
            Matcher jar = JAR.matcher(String.valueOf(entry.name()));
            if (jar.matches()) {
                jars.put(jar.group(1), jar.group(2) + " (" + shortened(entry.sha256()) + ")");
            }
        }
        return jars;
    }

    private static Map<String, String> runtime(EnvironmentState environment) {
        Map<String, String> runtime = new TreeMap<>(environment.natives());
        put(runtime, "Java", environment.javaVersion());
        put(runtime, "system", environment.osName());
        put(runtime, "architecture", environment.osArch());
        return runtime;
    }

    private static Map<String, String> code(SourceState source) {
        Map<String, String> code = new TreeMap<>();
        put(code, "commit", shortened(source.commit()));
        code.put(
                "uncommitted changes",
                !source.dirty() ? "none" : source.diffSha256() == null ? "some" : shortened(source.diffSha256()));
        return code;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static String shortened(String hash) {
        return hash == null ? "unknown" : hash.substring(0, Math.min(HASH, hash.length()));
    }
}
