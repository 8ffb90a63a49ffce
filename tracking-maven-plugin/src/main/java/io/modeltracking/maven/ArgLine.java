package io.modeltracking.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The options that a test JVM is started with, put before those that are there already.
 *
 * @param agent jar, or null
 * @param properties system properties by name
 * @param nativeAccess whether the JVM warns of native libraries otherwise
 * @param processors that it takes the machine to have, or null
 */
record ArgLine(Path agent, SortedMap<String, String> properties, boolean nativeAccess, Integer processors) {

    ArgLine(Path agent, SortedMap<String, String> properties, boolean nativeAccess) {
        this(agent, properties, nativeAccess, null);
    }

    /** @param old the line so far, or null */
    String before(String old) {
        List<String> parts = new ArrayList<>();
        if (agent != null) {
            parts.add(quote("-javaagent:" + agent));
        }
        if (nativeAccess) {
            parts.add("--enable-native-access=ALL-UNNAMED");
        }
        if (processors != null) {
            parts.add("-XX:ActiveProcessorCount=" + processors);
        }
        properties.forEach((name, value) -> {
            if (quotable(name) && quotable(value)) {
                parts.add(quote("-D" + name + "=" + value));
            }
        });
        if (old != null && !old.isBlank()) {
            parts.add(old.trim());
        }
        return String.join(" ", parts);
    }

    /** An argument line has no escape that all versions of Surefire read alike: what would need one is left out. */
    private static boolean quotable(String text) {
        return !(text.contains("\"") && text.contains("'")) && text.chars().noneMatch(c -> c < ' ');
    }

    private static String quote(String argument) {
        boolean plain = argument.chars().noneMatch(c -> c == ' ' || c == '"' || c == '\'');
        if (plain) {
            return argument;
        }
        return argument.contains("\"") ? "'" + argument + "'" : '"' + argument + '"';
    }
}
