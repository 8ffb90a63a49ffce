package io.modeltracking.reproduce;

import io.modeltracking.run.EnvironmentState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the libraries of a run in the place of those that a copy's own build file asks for. */
@FunctionalInterface
public interface Libraries {

    /**
     * Changes the build files of a copy.
     *
     * @param jars SHA-256 of each jar that is to be on the class path, whatever version the build files ask for; by file name
     * @throws IOException naming the library that is not to be had, or the file that cannot be changed
     */
    void lay(Path copy, SortedMap<String, String> jars) throws IOException;

    /** Jars of a run's class path, without those of the project and of what starts its tests: these belong to the code. */
    static SortedMap<String, String> of(EnvironmentState environment, Set<String> modules) {
        SortedMap<String, String> jars = new TreeMap<>();
        if (environment != null) {
            for (EnvironmentState.Entry entry : environment.classPath()) {
                if (entry.name().endsWith(".jar") && entry.sha256() != null && !isOwn(entry.name(), modules)) {
                    jars.put(entry.name(), entry.sha256());
                }
            }
        }
        return jars;
    }

    private static boolean isOwn(String jar, Set<String> modules) {
        return jar.matches("(maven-)?surefire.*|common-java5-.*|common-junit.*")
                || modules.stream().anyMatch(module -> jar.matches(Pattern.quote(module) + "-\\d.*"));
    }
}
