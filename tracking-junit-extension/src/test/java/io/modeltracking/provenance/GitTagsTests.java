package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.provenance.GitTags.NewTag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTagsTests {

    private static final String NAME = "model/motor/v1/production-1";
    private static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path base;

    @BeforeEach
    void needsGit() {
        Git.assumeInstalled();
    }

    @Test
    void makesAnAnnotatedTagOnTheCommit() throws IOException {
        Git git = Git.init(base).write("a.txt", "a");
        String first = git.commit("first");
        git.write("a.txt", "b").commit("second");
        tags().create(tag(first));
        assertThat(git.run("cat-file", "-t", NAME)).isEqualTo("tag");
        assertThat(git.run("rev-parse", NAME + "^{commit}")).isEqualTo(first);
        assertThat(git.run("for-each-ref", "--format=%(taggername) %(taggeremail) %(taggerdate:unix)", "refs/tags"))
                .isEqualTo("Ada <ada@example.org> " + TIME.getEpochSecond());
        assertThat(tags().messages("model/")).containsExactly(java.util.Map.entry(NAME, "what it says\n"));
        git.run("fsck", "--strict", "--full");
    }

    @Test
    void standsOnHeadWhereTheCommitIsNotHere() throws IOException {
        Git git = Git.init(base).write("a.txt", "a");
        String head = git.commit("first");
        tags().create(tag("c".repeat(40)));
        assertThat(git.run("rev-parse", NAME + "^{commit}")).isEqualTo(head);
    }

    @Test
    void neverMovesATag() throws IOException {
        Git git = Git.init(base).write("a.txt", "a");
        git.commit("first");
        tags().create(tag(null));
        String before = git.run("rev-parse", NAME);
        git.write("a.txt", "b").commit("second");
        assertThatThrownBy(() -> tags().create(tag(null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(NAME);
        assertThat(git.run("rev-parse", NAME)).isEqualTo(before);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(GitTags.at(base)).isEmpty();
        Git.init(base);
        assertThat(tags().messages("model/")).isEmpty();
        assertThatThrownBy(() -> tags().create(tag(null))).hasMessageContaining("no commit yet");
        assertThatThrownBy(() -> tags().create(new NewTag("a..b", null, "", "Ada", null, TIME)))
                .hasMessageContaining("\"a..b\"");
    }

    @Test
    void seesNoLightweightTag() throws IOException {
        Git git = Git.init(base).write("a.txt", "a");
        git.commit("first");
        git.run("tag", NAME);
        assertThat(tags().messages("model/")).isEmpty();
    }

    private GitTags tags() throws IOException {
        return GitTags.at(base).orElseThrow();
    }

    private static NewTag tag(String commit) {
        return new NewTag(NAME, commit, "what it says\n", "Ada", "ada@example.org", TIME);
    }
}
