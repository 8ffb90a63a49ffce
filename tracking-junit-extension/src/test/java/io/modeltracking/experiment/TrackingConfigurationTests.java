package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackingConfigurationTests {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    Path base;

    private String build;

    @BeforeEach
    void prepare() throws IOException {
        build = base.resolve("build.json").toString();
        Files.writeString(
                Path.of(build),
                "{\"buildId\":\"b\",\"module\":\"g:a\",\"root\":\""
                        + base.toString().replace("\\", "\\\\") + "\"}");
    }

    @Test
    void takesTheRootFromTheBuildWhereNoneIsGiven() {
        assertThat(root(Map.of("tracking.build", build))).isEqualTo(base);
        assertThat(root(Map.of("tracking.build", build, "tracking.root", " "))).isEqualTo(base);
    }

    @Test
    void takesARelativeRootAsTheBuildResolvedItAndNotFromTheModule() {
        assertThat(root(Map.of("tracking.build", build, "tracking.root", "store")))
                .isEqualTo(base);
    }

    @Test
    void prefersAnAbsoluteRootThatIsGiven() {
        Path given = base.resolve("given");
        assertThat(root(Map.of("tracking.build", build, "tracking.root", given.toString())))
                .isEqualTo(given);
    }

    @Test
    void findsTheRootAloneWhereTheBuildIsUnknownOrSaysNothing() throws IOException {
        Path silent = Files.writeString(base.resolve("silent.json"), "{}");
        Path torn = Files.writeString(base.resolve("torn.json"), "{\"root\":\"/el");
        Path missing = base.resolve("missing.json");
        Path found = TrackingRoot.find(HERE, null).base();
        assertThat(root(Map.of())).isEqualTo(found);
        for (Path file : new Path[] {silent, torn, missing}) {
            assertThat(root(Map.of("tracking.build", file.toString()))).isEqualTo(found);
        }
        assertThat(root(Map.of("tracking.root", "store"))).isEqualTo(HERE.resolve("store"));
        assertThat(configuration(Map.of("tracking.build", torn.toString()))
                        .build()
                        .problem())
                .startsWith("cannot read " + torn);
        assertThat(configuration(Map.of("tracking.build", missing.toString()))
                        .build()
                        .problem())
                .contains("missing.json, which does not exist");
    }

    private static Path root(Map<String, String> parameters) {
        return configuration(parameters).root().base();
    }

    private static TrackingConfiguration configuration(Map<String, String> parameters) {
        return TrackingConfiguration.of(name -> Optional.ofNullable(parameters.get(name)));
    }
}
