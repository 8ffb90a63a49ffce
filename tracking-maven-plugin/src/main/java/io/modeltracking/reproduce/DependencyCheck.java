package io.modeltracking.reproduce;

import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.EnvironmentState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the libraries that the copy will be tested with are those of the old run, to the byte. */
final class DependencyCheck {

    private static final String ITEM = "dependencies";
    private static final int SHOWN = 5;

    private DependencyCheck() {}

    /** @param environment null when it was not recorded */
    static Finding of(EnvironmentState environment, BuildTool.Dependencies resolved) {
        if (!resolved.missing().isEmpty()) {
            return Finding.missing(ITEM, "cannot be resolved: " + some(resolved.missing()));
        }
        if (environment == null || environment.classPath().isEmpty()) {
            return Finding.different(ITEM, "not recorded");
        }
        if (resolved.problem() != null) {
            return Finding.different(ITEM, "not compared beforehand: " + resolved.problem());
        }
        Map<String, String> recorded = new HashMap<>();
        environment.classPath().stream()
                .filter(entry -> entry.name() != null && entry.sha256() != null)
                .forEach(entry -> recorded.put(entry.name(), entry.sha256()));
        List<String> others = new ArrayList<>();
        new TreeMap<>(resolved.jars()).forEach((name, jar) -> difference(name, jar, recorded.get(name), others));
        return others.isEmpty()
                ? Finding.ok(ITEM, resolved.jars().size() + " with the recorded SHA-256")
                : Finding.different(ITEM, some(others));
    }

    private static void difference(String name, Path jar, String recorded, List<String> others) {
        try {
            String sha256 = Sha256.of(jar);
            if (recorded == null) {
                others.add(name + " is none of the recorded");
            } else if (!recorded.equals(sha256)) {
                others.add(name + " was " + start(recorded) + ", is " + start(sha256));
            }
        } catch (IOException e) {
            others.add(name + " cannot be read: " + e.getMessage());
        }
    }

    private static String start(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }

    private static String some(List<String> all) {
        return String.join("; ", all.subList(0, Math.min(SHOWN, all.size())))
                + (all.size() > SHOWN ? "; and " + (all.size() - SHOWN) + " more" : "");
    }
}
