package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.reproduce.WhatIf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomOverrideTests {

    private static final WhatIf.Dependency LIB = new WhatIf.Dependency("org.example", "lib", "2");

    @TempDir
    private Path copy;

    private static String dependency(String version) {
        return "<dependencies><dependency><groupId>org.example</groupId><artifactId>lib</artifactId>" + version
                + "</dependency><dependency><groupId>org.example</groupId><artifactId>other</artifactId>"
                + "<version>1</version></dependency></dependencies>";
    }

    private Path pom(String folder, String content) throws IOException {
        Path file = copy.resolve(folder).resolve("pom.xml");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>1</version>" + content + "</project>");
    }

    private static Model read(Path pom) throws Exception {
        try (InputStream in = Files.newInputStream(pom)) {
            return new MavenXpp3Reader().read(in);
        }
    }

    private static List<String> versions(List<Dependency> dependencies) {
        return dependencies.stream()
                .map(dependency -> dependency.getArtifactId() + " " + dependency.getVersion())
                .toList();
    }

    @Test
    void replacesLiteralAndPropertyVersionsInEveryModuleAndManagesTheLibrary() throws Exception {
        Path root = pom(
                "",
                "<properties><lib.version>1</lib.version></properties><modules><module>one</module><module>two</module>"
                        + "</modules><dependencyManagement>" + dependency("<version>${lib.version}</version>")
                        + "</dependencyManagement>");
        Path one = pom("one", dependency("<version>1</version>"));
        Path two = pom("two", dependency(""));

        assertThat(PomOverride.in(copy, LIB)).isEmpty();

        assertThat(versions(read(root).getDependencyManagement().getDependencies()))
                .containsExactly("lib 2", "other 1");
        assertThat(versions(read(one).getDependencies())).containsExactly("lib 2", "other 1");
        assertThat(versions(read(two).getDependencies())).containsExactly("lib null", "other 1");
        assertThat(versions(read(two).getDependencyManagement().getDependencies()))
                .containsExactly("lib 2");
    }

    @Test
    void neverWritesOutsideTheCopy() throws Exception {
        Path outside = pom("outside", dependency("<version>1</version>"));
        Path inner = Files.createDirectories(copy.resolve("inner"));
        pom("inner", "<modules><module>../outside</module></modules>");

        assertThat(PomOverride.in(inner, LIB)).isEmpty();

        assertThat(versions(read(outside).getDependencies())).containsExactly("lib 1", "other 1");
    }

    @Test
    void aPomThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(copy.resolve("pom.xml"), "<project>");

        assertThat(PomOverride.in(copy, LIB))
                .hasValueSatisfying(why -> assertThat(why).startsWith("the POM of the copy cannot be changed"));
    }
}
