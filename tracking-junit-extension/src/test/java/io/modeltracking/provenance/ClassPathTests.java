package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.EnvironmentState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTests {

    @TempDir
    Path temp;

    private Path classes;
    private Path library;

    @BeforeEach
    void aFolderAndAJar() throws IOException {
        classes = Files.createDirectories(temp.resolve("my classes/io"));
        classes = classes.getParent();
        Files.writeString(classes.resolve("io/A.class"), "A");
        library = jar("lib.jar", null, "B.class");
    }

    private Path jar(String name, String classPath, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path file = temp.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
            }
        }
        return file;
    }

    private static List<Path> classPath(String property, Object... entries) {
        Properties system = new Properties();
        system.setProperty(
                property,
                String.join(
                        File.pathSeparator,
                        List.of(entries).stream().map(Object::toString).toList()));
        return ClassPath.of(system);
    }

    @Test
    void looksIntoManifestOnlyJars() throws IOException {
        Path booter = jar("surefirebooter-1.jar", "my%20classes/ " + library.toUri() + " gone.jar");

        assertThat(classPath("java.class.path", booter, temp.resolve("nowhere"), library))
                .containsExactly(classes, library);
    }

    @Test
    void takesOrdinaryJarsAsTheyAre() throws IOException {
        Path withClasses = jar("derby.jar", "lib.jar", "C.class");
        Path noJar = Files.writeString(temp.resolve("no.jar"), "text");

        assertThat(classPath("java.class.path", withClasses, noJar)).containsExactly(withClasses, noJar);
        assertThat(classPath("surefire.test.class.path", withClasses)).containsExactly(withClasses);
    }

    @Test
    void hashesFoldersByNamesAndContents() throws IOException {
        EnvironmentState.Entry before = entry();
        assertThat(before.name()).isEqualTo("my classes");

        Files.move(classes.resolve("io/A.class"), classes.resolve("io/B.class"));
        EnvironmentState.Entry renamed = entry();
        Files.writeString(classes.resolve("io/B.class"), "B");
        EnvironmentState.Entry changed = entry();
        Files.writeString(classes.resolve("io/B.class"), "A");
        Files.move(classes.resolve("io/B.class"), classes.resolve("io/A.class"));

        assertThat(List.of(before, renamed, changed)).doesNotHaveDuplicates();
        assertThat(entry()).isEqualTo(before);
    }

    private EnvironmentState.Entry entry() {
        JarHashes hashes = JarHashes.open(temp.resolve("cache.json"), Clock.systemUTC());
        return new ClassPathHasher(temp, hashes, new MavenCoordinates(List.of()))
                .entries(List.of(classes))
                .get(0);
    }
}
