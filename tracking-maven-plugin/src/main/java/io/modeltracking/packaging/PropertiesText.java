package io.modeltracking.packaging;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Properties without the time at which they were written. */
final class PropertiesText {

    private PropertiesText() {}

    /** A line each, in the map's order. */
    static String of(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Properties one = new Properties();
            one.setProperty(entry.getKey(), entry.getValue());
            StringWriter written = new StringWriter();
            one.store(written, null);
            text.append(written.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n")));
        }
        return text.toString();
    }
}
