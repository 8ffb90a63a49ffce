package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactStoreTests {

    private static final DatasetRecord.Source FACT =
            new DatasetRecord.Source("sql", null, null, "select *", List.of("1"));

    @TempDir
    Path folder;

    @Test
    void namesAFactByItsBytes() throws IOException {
        TrackingRoot root = new TrackingRoot(folder);
        FactStore facts = new FactStore(root);

        String name = facts.put(FACT);

        assertThat(root.fact(name)).hasContent("{\"kind\":\"sql\",\"sql\":\"select *\",\"bindings\":[\"1\"]}");
        assertThat(Sha256.of(root.fact(name))).isEqualTo(name);
        assertThat(facts.put(FACT)).isEqualTo(name);
        assertThat(facts.read(name, DatasetRecord.Source.class)).isEqualTo(FACT);
    }

    @Test
    void manyWritersMakeOneFile() {
        IntStream.range(0, 64).parallel().forEach(i -> {
            try {
                new FactStore(new TrackingRoot(folder)).put(FACT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(folder.resolve("facts")).isDirectoryContaining("glob:**.json");
        assertThat(folder.resolve("facts").toFile().list()).hasSize(1);
    }

    @Test
    void noticesDamageAndMendsItWhenTheSameFactComesAgain() throws IOException {
        TrackingRoot root = new TrackingRoot(folder);
        FactStore facts = new FactStore(root);
        String name = facts.put(FACT);
        Files.writeString(root.fact(name), "{}");

        assertThatIOException()
                .isThrownBy(() -> facts.read(name, DatasetRecord.Source.class))
                .withMessageContaining(name)
                .withMessageContaining("damaged");
        facts.put(FACT);
        assertThat(facts.read(name, DatasetRecord.Source.class)).isEqualTo(FACT);
    }

    @Test
    void saysWhatIsMissing() {
        FactStore facts = new FactStore(new TrackingRoot(folder));

        assertThatIOException()
                .isThrownBy(() -> facts.read("a".repeat(64), SourceState.class))
                .withMessageContaining("a".repeat(64))
                .withMessageContaining("missing");
    }
}
