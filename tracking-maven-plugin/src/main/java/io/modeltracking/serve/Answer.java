package io.modeltracking.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request gets. */
sealed interface Answer {

    int status();

    Map<String, String> headers();

    /** @param body held in memory */
    record Text(int status, Map<String, String> headers, byte[] body) implements Answer {}

    /** @param file a regular file, whose bytes go out as they are read */
    record File(int status, Map<String, String> headers, Path file) implements Answer {}

    static Answer of(int status, String type, String text) {
        return new Text(
                status,
                new LinkedHashMap<>(Map.of("Content-Type", type, "Cache-Control", "no-store")),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(String text) {
        return of(200, "application/json; charset=utf-8", text);
    }
}
