package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJdkTests {

    @Test
    void readsTheVersionFromTheHomeOfAJdk(@TempDir Path home) throws IOException {
        Path java = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        assertThat(TestJdk.feature(java, 17)).as("no release file").isEqualTo(17);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"25.0.1\"\n");
        assertThat(TestJdk.feature(java, 17)).isEqualTo(25);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"?\"\n");
        assertThat(TestJdk.feature(java, 17)).isEqualTo(17);
    }

    @Test
    void knowsWhichVersionsWarn() {
        assertThat(TestJdk.warnsOfNativeAccess(23)).isFalse();
        assertThat(TestJdk.warnsOfNativeAccess(24)).isTrue();
    }
}
