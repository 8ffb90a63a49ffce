package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.provenance.GitChain.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChainTests {

    private static final String REF = "refs/tracking/ledger";
    private static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");
    private static final Link FIRST = new Link("1 WAIVE", "{\"reason\":\"größer\"}", TIME);
    private static final Link SECOND = new Link("2 WAIVE", "{\"reason\":\"# no comment\"}", TIME.plusSeconds(1));

    @TempDir
    Path base;

    @BeforeEach
    void needsGit() {
        Git.assumeInstalled();
    }

    @Test
    void isReadByGitItselfAsOneTextALine() throws IOException {
        Git git = Git.init(base);
        append(FIRST);
        append(SECOND);
        assertThat(git.run("log", "--reverse", "--format=%b", REF).lines())
                .containsExactly(FIRST.text(), SECOND.text());
        assertThat(git.run("log", "--format=%s %ct", REF).lines())
                .containsExactly("2 WAIVE " + (TIME.getEpochSecond() + 1), "1 WAIVE " + TIME.getEpochSecond());
        git.run("fsck", "--strict", "--full");
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        Git.init(base);
        try (GitChain chain = open(base)) {
            assertThat(chain.last()).isEmpty();
            assertThat(chain.texts()).isEmpty();
        }
        append(FIRST, SECOND);
        try (GitChain chain = open(base.resolve("."))) {
            assertThat(chain.last()).contains(SECOND.text());
            assertThat(chain.texts()).containsExactly(FIRST.text(), SECOND.text());
        }
    }

    @Test
    void touchesNeitherBranchNorIndexNorWorkTree() throws IOException {
        Git git = Git.init(base).write("a.txt", "a");
        String head = git.commit("first");
        append(FIRST);
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(git.run("for-each-ref", "--format=%(refname)").lines()).containsExactly("refs/heads/main", REF);
    }

    @Test
    void survivesTheCollectionOfGarbageAndAClone() throws IOException {
        Git git = Git.init(base.resolve("one"));
        append(git.folder(), FIRST, SECOND);
        git.run("gc", "-q", "--prune=now");
        Git copy = Git.init(base.resolve("two"));
        copy.run("fetch", "-q", git.folder().toString(), REF + ":" + REF);
        try (GitChain chain = open(copy.folder())) {
            assertThat(chain.texts()).hasSize(2);
        }
    }

    @Test
    void makesTheSameCommitsOfTheSameTexts() throws IOException {
        Git one = Git.init(base.resolve("one"));
        Git two = Git.init(base.resolve("two"));
        append(one.folder(), FIRST, SECOND);
        append(two.folder(), FIRST);
        append(two.folder(), SECOND);
        assertThat(one.run("rev-parse", REF)).isEqualTo(two.run("rev-parse", REF));
    }

    @Test
    void isSharedByLinkedWorkTrees() throws IOException {
        Git git = Git.init(base.resolve("one")).write("a.txt", "a");
        git.commit("first");
        git.run("worktree", "add", "-q", "../two");
        append(base.resolve("two"), FIRST);
        assertThat(git.run("log", "--format=%b", REF)).isEqualTo(FIRST.text());
    }

    @Test
    void needsARepository() throws IOException {
        assertThat(GitChain.open(base, REF)).isEmpty();
    }

    @Test
    void takesNoBranchNoTagAndNothingThatIsNoRef() {
        for (String ref : List.of("refs/heads/main", "refs/tags/x", "refs/remotes/o/x", "ledger", "refs/a b", "")) {
            assertThatThrownBy(() -> GitChain.open(base, ref))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll('"' + ref + '"', "refs/tracking/ledger");
        }
    }

    private void append(Link... links) throws IOException {
        append(base, links);
    }

    private static void append(Path folder, Link... links) throws IOException {
        try (GitChain chain = open(folder)) {
            chain.append(List.of(links));
        }
    }

    private static GitChain open(Path folder) throws IOException {
        return GitChain.open(folder, REF).orElseThrow();
    }
}
