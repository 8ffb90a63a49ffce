package io.modeltracking.provenance;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The entries that classes really come from: build tools hide a long class path in the manifest of an empty jar. */
final class ClassPath {

    /** Surefire's own record of what it put into its manifest-only jar; then the JVM's class path and module path. */
    private static final List<String> PROPERTIES =
            List.of("surefire.test.class.path", "java.class.path", "jdk.module.path");

    private ClassPath() {}

    /** The existing entries in order, each once. */
    static List<Path> of(Properties system) {
        Set<Path> entries = new LinkedHashSet<>();
        for (String property : PROPERTIES) {
            for (String text : system.getProperty(property, "").split(File.pathSeparator)) {
                if (!text.isEmpty()) {
                    add(text, entries);
                }
            }
        }
        return List.copyOf(entries);
    }

    private static void add(String text, Set<Path> entries) {
        try {
            Path entry = Path.of(text).toAbsolutePath().normalize();
            List<Path> hidden = Files.isRegularFile(entry) ? manifestOnly(entry) : List.of();
            if (!hidden.isEmpty()) {
                hidden.stream().filter(Files::exists).forEach(entries::add);
            } else if (Files.exists(entry)) {
                entries.add(entry);
            }
        } catch (InvalidPathException e) {
            // The JVM does not find such an entry either.
        }
    }

    /** What the manifest of a jar without classes leads to. */
    private static List<Path> manifestOnly(Path file) {
        List<Path> entries = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String value =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (value == null || jar.stream().anyMatch(entry -> !entry.getName().startsWith("META-INF/"))) {
                return List.of();
            }
            for (String part : value.strip().split("\\s+")) {
                entries.add(Path.of(file.toUri().resolve(URI.create(part))).normalize());
            }
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        return entries;
    }
}
