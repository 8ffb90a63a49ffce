package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit is checked out, as Git itself says it. */
class GitCommitsTests {

    @TempDir
    Path base;

    @BeforeEach
    void needsGit() {
        Git.assumeInstalled();
    }

    @Test
    void theHeadOfABranchOfPackedRefsAndOfNoBranch() throws IOException {
        Git git = Git.init(base.resolve("repository")).write("pricing/a.txt", "a");
        String first = git.commit("first");
        Path module = base.resolve("repository/pricing");
        assertThat(GitCommits.head(module)).hasValue(first);

        git.run("pack-refs", "--all");
        assertThat(GitCommits.head(module)).hasValue(first);

        git.write("pricing/a.txt", "b").commit("second");
        git.run("checkout", "-q", "--detach", first);
        assertThat(GitCommits.head(module)).hasValue(first);
    }

    @Test
    void noneWhereThereIsNoCommitOrNoRepository() throws IOException {
        Git.init(base.resolve("new"));
        Files.createDirectories(base.resolve("damaged/.git"));

        assertThat(GitCommits.head(base.resolve("new"))).isEmpty();
        assertThat(GitCommits.head(base.resolve("damaged"))).isEmpty();
        assertThat(GitCommits.head(base)).isEmpty();
    }
}
