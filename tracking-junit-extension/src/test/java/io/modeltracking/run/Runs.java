package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunEvent.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Runs for tests. */
final class Runs {

    static final String ID = "7b74e220aabbccddeeff001122334455";

    private Runs() {}

    static TrackingRoot root(Path base) throws IOException {
        TrackingRoot root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        root.create();
        return root;
    }

    static Started started(String id, String live) {
        return new Started(
                RunEvent.SCHEMA_VERSION,
                Instant.parse("2026-11-23T12:00:00Z"),
                id,
                "Motor_2026_Frequency",
                "motor-frequency",
                null,
                null,
                null,
                null,
                1,
                "com.example:pricing",
                "com.example.FrequencyExperimentsIT",
                "frequency",
                "[engine:junit-jupiter]/[class:…]",
                null,
                null,
                new Author("A. Actuary", "a@example.org", "git"),
                live,
                Map.of());
    }
}
