package io.modeltracking.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Versions of native libraries, from the jars that carry them: no class is loaded. */
final class NativeVersions {

    private static final String XGBOOST = "xgboost4j";

    private NativeVersions() {}

    /** By the jar's artifact, such as {@code xgboost4j_2.12}. */
    static Map<String, String> of(List<Path> classPath) {
        Map<String, String> versions = new TreeMap<>();
        for (Path path : classPath) {
            String name = path.getFileName() == null ? "" : path.getFileName().toString();
            if (name.startsWith(XGBOOST) && name.endsWith(".jar")) {
                read(path, name, versions);
            }
        }
        return versions;
    }

    private static void read(Path path, String name, Map<String, String> versions) {
        try (JarFile jar = new JarFile(path.toFile())) {
            JarEntry pom = jar.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/maven/ml.dmlc/" + XGBOOST)
                            && entry.getName().endsWith("/pom.properties"))
                    .findFirst()
                    .orElse(null);
            if (pom != null) {
                Properties properties = new Properties();
                try (InputStream in = jar.getInputStream(pom)) {
                    properties.load(in);
                }
                versions.put(properties.getProperty("artifactId", XGBOOST), properties.getProperty("version", "?"));
                return;
            }
            Manifest manifest = jar.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            versions.put(XGBOOST, version == null ? "unknown, of " + name : version);
        } catch (IOException | RuntimeException e) {
            versions.put(XGBOOST, "unreadable: " + name);
        }
    }
}
