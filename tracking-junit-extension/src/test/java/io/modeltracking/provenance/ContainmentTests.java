package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainmentTests {

    private static final byte[] DATA = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Set<String> hashes(String name, byte[] content) throws IOException {
        Dataset dataset = Dataset.of(Files.write(folder.resolve(name), content));
        return new DatasetFingerprint(folder, new DerivedSeeds(1, "e", 0, seed -> {}), null)
                .of("d", dataset)
                .sourceHashes();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void findsTheDataAsItIsAndCompressed() throws IOException {
        for (Set<String> hashes : Set.of(hashes("d.csv", DATA), hashes("d.csv.gz", packed(DATA)))) {
            assertThat(Containment.contains(DATA, hashes)).isTrue();
            assertThat(Containment.contains(packed(DATA), hashes)).isTrue();
            assertThat(Containment.contains(Files.write(folder.resolve("copy"), packed(DATA)), hashes))
                    .isTrue();
            assertThat(Containment.contains(Files.write(folder.resolve("copy"), DATA), hashes))
                    .isTrue();
        }
    }

    @Test
    void findsItNowhereElse() throws IOException {
        Set<String> hashes = hashes("d.csv", DATA);

        assertThat(Containment.contains(new byte[0], hashes)).isFalse();
        assertThat(Containment.contains(new byte[] {0x1f, (byte) 0x8b, 1}, hashes))
                .isFalse();
        assertThat(Containment.contains("a,b\n1,3\n".getBytes(StandardCharsets.UTF_8), hashes))
                .isFalse();
        assertThat(Containment.contains(folder.resolve("not read"), Set.of())).isFalse();
    }
}
