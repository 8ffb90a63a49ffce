package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MavenCoordinatesTests {

    private static final Path REPOSITORY = Path.of("repo").toAbsolutePath();

    @Test
    void readsThemFromThePlaceInARepository() {
        assertThat(of("org/example/some-lib/1.0/some-lib-1.0.jar")).isEqualTo("org.example:some-lib:1.0");
        assertThat(of("commons-io/commons-io/2.21.0/commons-io-2.21.0.jar")).isEqualTo("commons-io:commons-io:2.21.0");
        assertThat(of("g/a/1-SNAPSHOT/a-1-SNAPSHOT-tests.jar")).isEqualTo("g:a:1-SNAPSHOT");
    }

    @Test
    void knowsNoneElsewhere() {
        assertThat(of("a/1.0/a-1.0.jar")).isNull();
        assertThat(of("g/a/1.0/b-1.0.jar")).isNull();
        assertThat(of("g/a/1.0/a-1.01.jar")).isNull();
        assertThat(of("../g/a/1.0/a-1.0.jar")).isNull();
    }

    @Test
    void looksInTheRepositoryOfTheBuildAndOfTheUser() {
        Properties system = new Properties();
        system.setProperty("localRepository", REPOSITORY.toString());
        system.setProperty("user.home", REPOSITORY.resolve("home").toString());
        assertThat(MavenCoordinates.of(system).of(REPOSITORY.resolve("g/a/1/a-1.jar")))
                .isEqualTo("g:a:1");
        system.remove("localRepository");
        assertThat(MavenCoordinates.of(system).of(REPOSITORY.resolve("home/.m2/repository/g/a/1/a-1.jar")))
                .isEqualTo("g:a:1");
        assertThat(MavenCoordinates.of(system).of(REPOSITORY.resolve("g/a/1/a-1.jar")))
                .isNull();
    }

    private static String of(String jar) {
        return new MavenCoordinates(List.of(REPOSITORY))
                .of(REPOSITORY.resolve(jar).normalize());
    }
}
