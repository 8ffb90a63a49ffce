package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentReaderTests {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @TempDir
    Path temp;

    private EnvironmentState read() {
        return EnvironmentReader.read(MODULE, Map.of("XDG_CACHE_HOME", temp.toString()), Clock.systemUTC());
    }

    @Test
    void variablesThatSetTheNumberOfThreadsAreRecordedAndNoOthers() {
        assertThat(EnvironmentReader.threads(
                        Map.of("OMP_NUM_THREADS", "2", "OMP_THREAD_LIMIT", "$(whoami)", "TOKEN", "7")))
                .containsOnly(Map.entry("OMP_NUM_THREADS", "2"));
    }

    @Test
    void readsThisJvm() throws IOException {
        EnvironmentState environment = read();

        assertThat(environment.javaVersion()).isEqualTo(System.getProperty("java.version"));
        assertThat(environment.processors()).isPositive();
        assertThat(environment.timeZone()).isNotBlank();
        assertThat(environment.classPath())
                .extracting(EnvironmentState.Entry::name)
                .contains("target/test-classes", "target/classes")
                .anyMatch(name -> name.startsWith("junit-jupiter-api-"))
                .noneMatch(name -> name.startsWith("surefirebooter") || name.startsWith("/"));
        assertThat(environment.classPath())
                .allSatisfy(entry -> assertThat(entry.sha256()).hasSize(64));
        assertThat(environment.classPath())
                .filteredOn(entry -> entry.name().startsWith("junit-jupiter-api-"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.coordinates())
                        .isEqualTo("org.junit.jupiter:junit-jupiter-api:"
                                + entry.name().replaceAll("junit-jupiter-api-|\\.jar", "")));
        assertThat(environment.natives())
                .hasEntrySatisfying(
                        "xgboost4j_2.12", version -> assertThat(version).matches("\\d+\\.\\d+\\.\\d+"));
        byte[] json = RunJson.mapper().writeValueAsBytes(environment);
        assertThat(RunJson.mapper().readValue(json, EnvironmentState.class)).isEqualTo(environment);
    }

    @Test
    void theSecondReadIsTheSameByTheCache() {
        EnvironmentState first = read();

        assertThat(temp.resolve("modeltracking/jars-v1.json")).isNotEmptyFile();
        assertThat(read()).isEqualTo(first);
    }

    @Test
    void readsTheProcessorsName() throws IOException {
        Path cpuInfo = Files.writeString(temp.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\n");

        assertThat(EnvironmentReader.cpu(cpuInfo, Map.of())).isEqualTo("Some CPU @ 2 GHz");
        assertThat(EnvironmentReader.cpu(temp.resolve("no"), Map.of("PROCESSOR_IDENTIFIER", "x")))
                .isEqualTo("x");
        assertThat(EnvironmentReader.cpu(temp.resolve("no"), Map.of())).isNull();
    }
}
