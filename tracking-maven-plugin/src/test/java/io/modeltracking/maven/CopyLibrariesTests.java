package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.provenance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyLibrariesTests {

    @TempDir
    private Path folder;

    private final SortedMap<String, String> jars = new TreeMap<>();
    private Path copy;

    @BeforeEach
    void project() throws IOException {
        copy = Files.createDirectories(folder.resolve("copy"));
        jar("org/example/boost/2.0/boost-2.0.jar");
        jar("org/example/boost/2.0/boost-2.0-linux.jar");
        jar("org/example/math/0.9/math-0.9.jar");
        Files.writeString(copy.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                  <packaging>pom</packaging><modules><module>pricing</module><module>../outside</module></modules>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.example</groupId><artifactId>math</artifactId><version>1.5</version></dependency>
                  </dependencies></dependencyManagement></project>""");
        Files.createDirectories(copy.resolve("pricing"));
        Files.writeString(copy.resolve("pricing/pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion><artifactId>pricing</artifactId>
                  <parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version></parent>
                  <dependencies>
                    <dependency><groupId>org.example</groupId><artifactId>boost</artifactId><version>${boost}</version></dependency>
                    <dependency><groupId>org.example</groupId><artifactId>math</artifactId></dependency>
                    <dependency><groupId>org.example</groupId><artifactId>other</artifactId><version>3</version></dependency>
                  </dependencies></project>""");
    }

    private void jar(String path) throws IOException {
        Path file = folder.resolve("repository").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
        jars.put(file.getFileName().toString(), Sha256.of(path.getBytes(StandardCharsets.UTF_8)));
    }

    private Model model(String pom) throws Exception {
        try (var in = Files.newInputStream(copy.resolve(pom))) {
            return new MavenXpp3Reader().read(in);
        }
    }

    private static SortedMap<String, String> versions(List<Dependency> dependencies) {
        SortedMap<String, String> versions = new TreeMap<>();
        dependencies.forEach(dependency -> versions.put(
                dependency.getArtifactId()
                        + (dependency.getClassifier() == null ? "" : ":" + dependency.getClassifier()),
                String.valueOf(dependency.getVersion())));
        return versions;
    }

    @Test
    void recordedVersionsRuleOverManagedAndOwnOnesInEveryModule() throws Exception {
        new CopyLibraries(folder.resolve("repository")).lay(copy, jars);

        assertThat(versions(model("pom.xml").getDependencyManagement().getDependencies()))
                .hasToString("{boost=2.0, boost:linux=2.0, math=0.9}");
        assertThat(versions(model("pricing/pom.xml").getDependencies())).hasToString("{boost=2.0, math=null, other=3}");
        assertThat(versions(model("pricing/pom.xml").getDependencyManagement().getDependencies()))
                .hasToString("{boost=2.0, boost:linux=2.0, math=0.9}");
    }

    @Test
    void aLibraryThatIsNotThereWithThatContentIsNamed() {
        jars.put("math-0.9.jar", "a".repeat(64));

        assertThatThrownBy(() -> new CopyLibraries(folder.resolve("repository")).lay(copy, jars))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "the library math-0.9.jar with the sha256 aaaaaaaaaaaa is not in the local repository");
    }
}
