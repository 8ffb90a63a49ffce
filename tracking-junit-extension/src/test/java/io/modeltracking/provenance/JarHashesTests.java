package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarHashesTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String WRONG = "0".repeat(64);

    @TempDir
    Path temp;

    private Path cache;
    private Path jar;

    @BeforeEach
    void aJar() throws IOException {
        cache = temp.resolve("deep/cache.json");
        jar = Files.writeString(temp.resolve("a.jar"), "content");
        touch(Duration.ofDays(1));
    }

    private void touch(Duration age) throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(NOW.minus(age)));
    }

    private String hash() throws IOException {
        JarHashes hashes = JarHashes.open(cache, CLOCK);
        String sha256 = hashes.of(jar);
        hashes.save();
        return sha256;
    }

    /** Puts a wrong hash in, so that a test sees whether the memory is used. */
    private void falsify() throws IOException {
        Files.writeString(cache, Files.readString(cache).replace(Sha256.of(jar), WRONG));
    }

    @Test
    void remembersByPathSizeAndTime() throws IOException {
        assertThat(hash()).isEqualTo(Sha256.of(jar));
        falsify();
        assertThat(hash()).isEqualTo(WRONG);

        touch(Duration.ofDays(2));
        assertThat(hash()).isEqualTo(Sha256.of(jar));
        falsify();
        Files.writeString(jar, "other content");
        touch(Duration.ofDays(2));
        assertThat(hash()).isEqualTo(Sha256.of(jar));
    }

    @Test
    void doesNotRememberWhatMayStillChange() throws IOException {
        touch(Duration.ofSeconds(1));

        assertThat(hash()).isEqualTo(Sha256.of(jar));
        assertThat(cache).doesNotExist();
    }

    @Test
    void forgetsADamagedMemory() throws IOException {
        hash();
        for (String damage : new String[] {"", "{", "[]", "{\"" + jar + "\":null}", "{\"" + jar + "\":{}}", "null"}) {
            Files.writeString(cache, damage);

            assertThat(hash()).isEqualTo(Sha256.of(jar));
            assertThat(cache).content().contains(Sha256.of(jar));
        }
    }

    @Test
    void doesWithoutAMemoryThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        JarHashes hashes = JarHashes.open(file.resolve("cache.json"), CLOCK);

        assertThat(hashes.of(jar)).isEqualTo(Sha256.of(jar));
        hashes.save();
    }

    @Test
    void manyWritersLeaveItWhole() throws IOException {
        IntStream.range(0, 40).parallel().forEach(i -> {
            try {
                Path own = Files.writeString(temp.resolve(i + ".jar"), "content " + i);
                Files.setLastModifiedTime(own, FileTime.from(NOW.minusSeconds(60)));
                JarHashes hashes = JarHashes.open(cache, CLOCK);
                hashes.of(own);
                hashes.save();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(cache.getParent().toFile().list()).containsExactly("cache.json");
        hash();
        falsify();
        assertThat(hash()).isEqualTo(WRONG);
    }

    @Test
    void liesInTheUsersCache() {
        Properties system = new Properties();
        system.setProperty("user.home", "/home/a");
        system.setProperty("os.name", "Linux");

        assertThat(JarHashes.file(Map.of(), system)).isEqualTo(Path.of("/home/a/.cache/modeltracking/jars-v1.json"));
        assertThat(JarHashes.file(Map.of("XDG_CACHE_HOME", "/x", "LOCALAPPDATA", "/l"), system))
                .isEqualTo(Path.of("/x/modeltracking/jars-v1.json"));
        system.setProperty("os.name", "Windows 11");
        assertThat(JarHashes.file(Map.of("LOCALAPPDATA", "/l"), system))
                .isEqualTo(Path.of("/l/modeltracking/jars-v1.json"));
    }
}
