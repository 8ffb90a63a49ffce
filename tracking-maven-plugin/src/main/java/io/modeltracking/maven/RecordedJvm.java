package io.modeltracking.maven;

import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code reproduce} asks of the test JVM in a copy, so far as it may: the old run says it, whose file may have been written by
 * anybody.
 *
 * @param properties system properties by name
 * @param processors null for those of the machine
 */
record RecordedJvm(SortedMap<String, String> properties, Integer processors) {

    private static final String PREFIX = "tracking.reproduce.jvm.";
    private static final SortedMap<String, Pattern> ALLOWED = new TreeMap<>();

    static {
        ALLOWED.put("user.language", Pattern.compile("[a-z]{2,8}"));
        ALLOWED.put("user.script", Pattern.compile("[A-Za-z]{4}"));
        ALLOWED.put("user.country", Pattern.compile("[A-Z]{2}|[0-9]{3}"));
        ALLOWED.put("user.variant", Pattern.compile("[A-Za-z0-9_]{1,32}"));
        ALLOWED.put("user.timezone", Pattern.compile("[A-Za-z0-9_+:/-]{1,64}"));
        ALLOWED.put("file.encoding", Pattern.compile("[A-Za-z0-9_.:+-]{1,64}"));
    }

    static RecordedJvm of(Properties typed) {
        SortedMap<String, String> properties = new TreeMap<>();
        ALLOWED.forEach((name, pattern) -> {
            String value = typed.getProperty(PREFIX + name, "");
            if (pattern.matcher(value).matches()) {
                properties.put(name, value);
            }
        });
        if (properties.containsKey("user.language")) {
            // Else the country would be that of the machine.
            properties.putIfAbsent("user.country", "");
        }
        String processors = typed.getProperty(PREFIX + "processors", "");
        return new RecordedJvm(properties, processors.matches("[1-9][0-9]{0,3}") ? Integer.valueOf(processors) : null);
    }
}
