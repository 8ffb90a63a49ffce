package io.modeltracking.reproduce;

import io.modeltracking.run.EnvironmentState;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/** What the test JVM of the copy is told of the one that the old run was made by: what else a result may hang on. */
final class CopyJvm {

    /** {@code prepare} puts what it knows of these into the line that starts the JVM. */
    static final String PREFIX = "tracking.reproduce.jvm.";

    private CopyJvm() {}

    /** @param environment null when it was not recorded: then everything is as here */
    static Map<String, String> properties(EnvironmentState environment) {
        Map<String, String> properties = new TreeMap<>();
        if (environment == null) {
            return properties;
        }
        if (environment.locale() != null) {
            Locale locale = Locale.forLanguageTag(environment.locale());
            put(properties, "user.language", locale.getLanguage());
            put(properties, "user.script", locale.getScript());
            put(properties, "user.country", locale.getCountry());
            put(properties, "user.variant", locale.getVariant());
        }
        if (environment.timeZone() != null
                && TimeZone.getTimeZone(environment.timeZone()).getID().equals(environment.timeZone())) {
            put(properties, "user.timezone", environment.timeZone());
        }
        if (isCharset(environment.charset())) {
            put(properties, "file.encoding", environment.charset());
        }
        if (environment.processors() > 0) {
            put(properties, "processors", Integer.toString(environment.processors()));
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(PREFIX + name, value);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return name != null && Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Environment variables: as many threads as the old run had, where the machine would take another number. */
    static Map<String, String> variables(EnvironmentState environment) {
        return environment == null || environment.processors() < 1
                ? Map.of()
                : Map.of(
                        Threads.VARIABLE,
                        Integer.toString(Threads.of(environment).number()));
    }
}
