package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorTests {

    private static final String OLD = "a".repeat(32);
    private static final String NEW = "f".repeat(32);

    @TempDir
    Path base;

    private final Map<String, Path> files = new TreeMap<>();

    private void module(String name, String build, String started) {
        BuildFacts facts = RunFixture.build(new TrackingRoot(base));
        Path file = base.resolve(name).resolve("build.json");
        files.put(name, file);
        if (build != null) {
            new BuildFacts(
                            facts.schemaVersion(),
                            build,
                            name,
                            "1",
                            facts.root(),
                            Instant.parse(started),
                            "3.9",
                            List.of("verify"),
                            null,
                            List.of(),
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            null)
                    .write(file);
        }
    }

    @Test
    void isTheRunningBuildWhereAModuleBelongsToIt() {
        module("one", OLD, "2026-11-01T00:00:00Z");
        module("two", NEW, "2026-11-02T00:00:00Z");

        Reactor reactor = Reactor.find(files, List.of("one", "two"), OLD).orElseThrow();

        assertThat(reactor.build().buildId()).isEqualTo(OLD);
        assertThat(reactor.others()).containsExactly("two");
        assertThat(reactor.as("all", "2")).returns("all", BuildFacts::module).returns(OLD, BuildFacts::buildId);
    }

    @Test
    void isTheLatestWhereNoneDoes() {
        module("one", OLD, "2026-11-01T00:00:00Z");
        module("two", NEW, "2026-11-02T00:00:00Z");
        module("three", null, null);
        module("without experiments", null, null);

        Reactor reactor = Reactor.find(files, List.of("one", "two", "three"), "0".repeat(32))
                .orElseThrow();

        assertThat(reactor.build().buildId()).isEqualTo(NEW);
        assertThat(reactor.others()).containsExactly("one", "three");
    }

    @Test
    void isNoneBeforeTheFirst() {
        module("one", null, null);
        assertThat(Reactor.find(files, List.of("one"), OLD)).isEmpty();
    }
}
