package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.modeltracking.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KeySetTests {

    private static final byte[] SECRET = "key".getBytes(StandardCharsets.UTF_8);

    private static byte[] file(String... columns) throws IOException {
        Dataset rows = Dataset.of(new double[][] {{17, 2025}, {4, 2025}, {4.5, 2026}}, "policy", "year");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeySet.of(rows.table().orElseThrow(), List.of(columns), SECRET).write(out);
        return out.toByteArray();
    }

    @Test
    void knowsItsKeysAfterItWasWrittenAndRead() throws IOException {
        assertThat(KeySet.read(file("policy")).contains(new String[] {"4", "5", "17", "4.5", "17.0"}, SECRET))
                .containsExactly(true, false, true, true, false);
    }

    @Test
    void keysOfSeveralColumnsAreJoined() throws IOException {
        assertThat(KeySet.read(file("policy", "year")).contains(new String[] {"4|2025", "4|2026"}, SECRET))
                .containsExactly(true, false);
    }

    @Test
    void anotherSecretKnowsNoKey() throws IOException {
        assertThat(KeySet.read(file("policy")).contains(new String[] {"4"}, "other".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(false);
    }

    /** The beginning of HMAC-SHA-256 under "key", computed by OpenSSL: printf 17 | openssl dgst -sha256 -hmac key. */
    @Test
    void isTextOfHashesInTheirOrder() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file("policy")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines())
                    .hasSize(4)
                    .startsWith("key")
                    .contains("a12ae0285140d1a5");
        }
    }

    @Test
    void refusesOtherFiles() {
        assertThatIOException().isThrownBy(() -> KeySet.read(new byte[] {1, 2, 3}));
    }
}
