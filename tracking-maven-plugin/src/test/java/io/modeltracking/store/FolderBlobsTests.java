package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTests {

    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path file;
    private FolderBlobs blobs;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("model.ubj"), "abc");
        blobs = new FolderBlobs(folder.resolve("blobs"));
    }

    @Test
    void keepsAFileUnderItsHash() throws IOException {
        assertThat(blobs.has(SHA_OF_ABC)).isFalse();
        assertThat(blobs.put(file)).isEqualTo(SHA_OF_ABC);
        assertThat(blobs.has(SHA_OF_ABC)).isTrue();
        assertThat(folder.resolve("blobs/ba").resolve(SHA_OF_ABC)).hasContent("abc");
        assertThat(read(SHA_OF_ABC)).isEqualTo("abc");
    }

    @Test
    void keepsTheSameContentOnceAndLeavesNoTemporaryFile() throws IOException {
        blobs.put(file);
        Path blob = folder.resolve("blobs/ba").resolve(SHA_OF_ABC);
        Object before = Files.getAttribute(blob, "unix:ino");
        blobs.put(Files.writeString(folder.resolve("other.ubj"), "abc"));
        assertThat(Files.getAttribute(blob, "unix:ino")).isEqualTo(before);
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(blob);
        }
    }

    @Test
    void noticesADamagedBlobWhenReadingAndReplacesItWhenItIsPutAgain() throws IOException {
        blobs.put(file);
        Files.writeString(folder.resolve("blobs/ba").resolve(SHA_OF_ABC), "abd");
        assertThatThrownBy(() -> read(SHA_OF_ABC))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
        blobs.put(file);
        assertThat(read(SHA_OF_ABC)).isEqualTo("abc");
    }

    @Test
    void refusesWhatIsNoHashAndSaysWhatIsMissing() {
        assertThatIllegalArgumentException().isThrownBy(() -> blobs.has("../../etc/passwd"));
        assertThatThrownBy(() -> blobs.open(SHA_OF_ABC))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(SHA_OF_ABC);
        assertThatThrownBy(() -> blobs.put(folder.resolve("nothing")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nothing");
    }

    private String read(String sha256) throws IOException {
        try (InputStream in = blobs.open(sha256)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
