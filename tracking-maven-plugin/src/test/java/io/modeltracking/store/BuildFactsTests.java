package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFactsTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        Path file = folder.resolve("target/tracking/build.json");
        BuildFacts facts = RunFixture.build(new TrackingRoot(folder));
        facts.write(file);
        assertThat(BuildFacts.read(file)).isEqualTo(facts);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesWhatIsMissingBrokenOrOfALaterVersion() throws IOException {
        assertRefused("{\"schemaVersion\":2}", "version");
        assertRefused("{\"schemaVersion\":1,\"buildId\":\"x\"}", "build id");
        assertRefused("{", "prepare");
        assertThatThrownBy(() -> BuildFacts.read(folder.resolve("none")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("none");
    }

    private void assertRefused(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("build.json"), json);
        assertThatThrownBy(() -> BuildFacts.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("build.json");
    }
}
