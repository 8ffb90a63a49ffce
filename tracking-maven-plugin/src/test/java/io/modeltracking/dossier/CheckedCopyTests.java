package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedCopyTests {

    @TempDir
    Path base;

    private final List<String> problems = new ArrayList<>();
    private Path from;
    private Path to;

    @BeforeEach
    void folders() throws IOException {
        from = Files.createDirectories(base.resolve("from"));
        to = base.resolve("to");
        Files.writeString(base.resolve("secret.txt"), "secret");
    }

    @Test
    void copiesWhatWasRecorded() throws IOException {
        Files.writeString(from.resolve("a.csv"), "1,2");
        assertThat(copy("a.csv", Sha256.of("1,2"))).isTrue();
        assertThat(to.resolve("a.csv")).hasContent("1,2");
        assertThat(problems).isEmpty();
    }

    @Test
    void noNameLeavesTheFolder() throws IOException {
        for (String name : List.of("../secret.txt", base.resolve("secret.txt").toString(), "a/../../secret.txt", "")) {
            assertThat(copy(name, null)).as(name).isFalse();
        }
        assertThat(problems).hasSize(4).allMatch(problem -> problem.contains("is no name"));
        assertThat(to).doesNotExist();
    }

    @Test
    void noLinkLeavesTheFolder() throws IOException {
        Files.createSymbolicLink(from.resolve("link.txt"), base.resolve("secret.txt"));
        assertThat(copy("link.txt", Sha256.of("secret"))).isFalse();
        assertThat(problems).containsExactly("link.txt is not copied: it lies outside of its run's folder");
    }

    @Test
    void aFileThatWasChangedOrLostIsNamed() throws IOException {
        Files.writeString(from.resolve("a.csv"), "3,4");
        assertThat(copy("a.csv", Sha256.of("1,2"))).isFalse();
        assertThat(copy("b.csv", Sha256.of("1,2"))).isFalse();
        assertThat(to.resolve("a.csv")).doesNotExist();
        assertThat(problems)
                .satisfiesExactly(
                        changed -> assertThat(changed).contains("not what was recorded"),
                        lost -> assertThat(lost).contains("it is lost"));
    }

    private boolean copy(String name, String sha256) throws IOException {
        return new CheckedCopy(problems).copy(from, to, name, sha256);
    }
}
