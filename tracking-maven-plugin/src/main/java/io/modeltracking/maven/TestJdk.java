package io.modeltracking.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The Java that tests run on: the toolchain's, or Maven's own. */
final class TestJdk {

    /** From here on a JVM warns when a library calls native code without leave. */
    private static final int WARNS_OF_NATIVE_ACCESS = 24;

    private TestJdk() {}

    static boolean warnsOfNativeAccess(int feature) {
        return feature >= WARNS_OF_NATIVE_ACCESS;
    }

    /**
     * The feature version of a JDK, from the file {@code release} in its home.
     *
     * @param java path of its {@code java}
     * @param otherwise when that cannot be read
     */
    static int feature(Path java, int otherwise) {
        try {
            return version(java)
                    .map(text -> Runtime.Version.parse(text).feature())
                    .orElse(otherwise);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** The version of a JDK as its file {@code release} says it; empty when that cannot be read. */
    static Optional<String> version(Path java) {
        try {
            Path home = java.toRealPath().getParent().getParent();
            Properties release = new Properties();
            try (Reader in = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
                release.load(in);
            }
            return Optional.ofNullable(release.getProperty("JAVA_VERSION")).map(text -> text.replace("\"", ""));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
