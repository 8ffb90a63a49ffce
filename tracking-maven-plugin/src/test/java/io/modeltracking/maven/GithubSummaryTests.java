package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubSummaryTests {

    @TempDir
    Path folder;

    @Test
    void appendsToWhatOtherStepsWrote() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary"), "before\n");
        GithubSummary.append(Files.writeString(folder.resolve("summary.md"), "# Ours"), summary);
        assertThat(summary).hasContent("before\n# Ours\n");
    }

    @Test
    void cutsAtASectionSoThatTheWholeStaysBelowTheLimit() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary"), "x".repeat(GithubSummary.LIMIT - 500));
        String text =
                "# Ours\n" + "intro ".repeat(10) + "\n## One\n" + "é".repeat(100) + "\n## Two\n" + "b".repeat(400);
        GithubSummary.append(Files.writeString(folder.resolve("summary.md"), text), summary);
        assertThat(Files.size(summary)).isLessThanOrEqualTo(GithubSummary.LIMIT);
        assertThat(Files.readString(summary).substring(GithubSummary.LIMIT - 500))
                .startsWith("# Ours")
                .contains("## One")
                .doesNotContain("## Two")
                .contains("Cut here");
    }

    @Test
    void writesNothingWhereNothingFits() {
        assertThat(GithubSummary.fit("# Ours\n## A\n", 5)).isEmpty();
        assertThat(GithubSummary.fit("# Ours " + "x".repeat(200), 100)).contains("Cut here");
    }

    @Test
    void namesTheFileThatItCannotWrite() throws IOException {
        Path markdown = Files.writeString(folder.resolve("summary.md"), "# Ours");
        assertThatThrownBy(() -> GithubSummary.append(markdown, folder.resolve("no/such/folder")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no/such/folder");
    }
}
