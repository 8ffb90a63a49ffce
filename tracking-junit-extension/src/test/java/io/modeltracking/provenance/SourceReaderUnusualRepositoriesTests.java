package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each unusual repository works, or its state says why it does not. */
class SourceReaderUnusualRepositoriesTests {

    @TempDir
    Path temp;

    @BeforeEach
    void needsGit() {
        Git.assumeInstalled();
    }

    private SourceState read(Path folder) {
        return SourceReader.read(
                folder, Map.of(), new TrackingRoot(temp.resolve("store/.tracking")), SizeLimits.DEFAULT);
    }

    private Git project() throws IOException {
        Git git = Git.init(temp.resolve("project"));
        git.write("a.txt", "one\n").commit("first");
        git.write("a.txt", "two\n").commit("second");
        return git;
    }

    @Test
    void noRepository() throws IOException {
        SourceState source = read(Files.createDirectories(temp.resolve("plain")));

        assertThat(source.state()).isEqualTo("none");
        assertThat(source.problem()).contains("no Git repository at plain");
        assertThat(source.dirty()).isFalse();
    }

    @Test
    void noCommitYet() throws IOException {
        Git git = Git.init(temp.resolve("project")).write("a.txt", "one\n");

        SourceState source = read(git.folder());

        assertThat(source.state()).isEqualTo("git");
        assertThat(source.commit()).isNull();
        assertThat(source.branch()).isEqualTo("main");
        assertThat(source.dirty()).isTrue();
        assertThat(source.overlay()).singleElement().extracting("path").isEqualTo("a.txt");
        assertThat(source.problem()).isEqualTo("no commit yet");
    }

    @Test
    void madeByJGit() throws IOException, GitAPIException {
        Path folder = temp.resolve("jgit");
        try (var git = org.eclipse.jgit.api.Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("trunk")
                .call()) {
            Files.writeString(folder.resolve("a.txt"), "one\n");
            git.add().addFilepattern("a.txt").call();
            var commit = git.commit().setMessage("first").setSign(false).call();

            SourceState source = read(folder);

            assertThat(source.commit()).isEqualTo(commit.name());
            assertThat(source.branch()).isEqualTo("trunk");
            assertThat(source.dirty()).isFalse();
        }
    }

    @Test
    void detachedHead() throws IOException {
        Git git = project();
        git.run("checkout", "-q", "--detach", "HEAD~1");

        SourceState source = read(git.folder());

        assertThat(source.commit()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(source.branch()).isNull();
        assertThat(source.branchSource()).isNull();
        assertThat(source.problem()).isNull();
    }

    @Test
    void linkedWorktree() throws IOException {
        Git git = project();
        Path linked = temp.resolve("linked");
        git.run("remote", "add", "origin", "git@example.org:team/project.git");
        git.run("worktree", "add", "-q", "-b", "side", linked.toString());
        new Git(linked).write("a.txt", "three\n");

        SourceState source = read(linked);

        assertThat(source.commit()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(source.branch()).isEqualTo("side");
        assertThat(source.remote()).isEqualTo("git@example.org:team/project.git");
        assertThat(source.overlay()).singleElement().extracting("path").isEqualTo("a.txt");
        assertThat(read(git.folder()).dirty()).isFalse();
    }

    @Test
    void shallowClone() throws IOException {
        Git git = project();
        Path clone = temp.resolve("clone");
        git.run("clone", "-q", "--depth", "1", git.folder().toUri().toString(), clone.toString());
        new Git(clone).write("a.txt", "three\n");

        SourceState source = read(clone);

        assertThat(source.shallow()).isTrue();
        assertThat(source.problem()).contains("shallow");
        assertThat(source.commit()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(source.diffSha256()).isNotNull();
    }

    @Test
    void submodule() throws IOException {
        Git part = project();
        Git whole = Git.init(temp.resolve("whole"));
        whole.run("submodule", "add", "-q", part.folder().toString(), "part");
        whole.commit("with part");
        Git inside = new Git(whole.folder().resolve("part"));

        assertThat(read(whole.folder()).dirty()).isFalse();
        assertThat(read(inside.folder()).commit()).isEqualTo(part.run("rev-parse", "HEAD"));

        inside.write("a.txt", "three\n");
        assertThat(read(inside.folder()).overlay())
                .singleElement()
                .extracting("path")
                .isEqualTo("a.txt");
        SourceState changed = read(whole.folder());
        assertThat(changed.dirty()).isTrue();
        assertThat(changed.overlay()).singleElement().extracting("path", "mode").containsExactly("part", "160000");
        assertThat(changed.overlayComplete()).isFalse();
    }

    @Test
    void sha256Repository() throws IOException {
        Git git = Git.init(temp.resolve("sha256"), "--object-format=sha256");
        git.run("remote", "add", "origin", "https://token@example.org/p.git");
        String commit = git.write("a.txt", "one\n").commit("first");

        SourceState source = read(git.folder());

        assertThat(source.state()).isEqualTo("unreadable");
        assertThat(source.objectFormat()).isEqualTo("sha256");
        assertThat(source.commit()).isEqualTo(commit).hasSize(64);
        assertThat(source.branch()).isEqualTo("main");
        assertThat(source.remote()).isEqualTo("https://***@example.org/p.git");
        assertThat(source.problem()).contains("sha256", "whether files were changed is not");
        git.run("pack-refs", "--all");
        assertThat(read(git.folder()).commit()).isEqualTo(commit);
    }

    @Test
    void bareRepository() throws IOException {
        Git git = project();
        Path bare = temp.resolve("bare.git");
        git.run("clone", "-q", "--bare", git.folder().toString(), bare.toString());

        SourceState source = read(bare);

        assertThat(source.state()).isEqualTo("git");
        assertThat(source.commit()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(source.dirty()).isFalse();
        assertThat(source.problem()).contains("bare");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("broken"));
        Files.writeString(folder.resolve(".git"), "gitdir: ../gone\n");

        assertThat(read(folder).state()).isEqualTo("unreadable");
        assertThat(read(folder).problem()).contains("gone");
        Files.writeString(folder.resolve(".git"), "nonsense");
        assertThat(read(folder).problem()).contains("no link");
    }

    @Test
    void damagedConfigHeadAndObjects() throws IOException {
        Git git = project();
        Path inside = git.folder().resolve(".git");
        String config = Files.readString(inside.resolve("config"));
        Files.writeString(inside.resolve("config"), "[core\nrubbish");
        assertThat(read(git.folder()).state()).isEqualTo("unreadable");
        assertThat(read(git.folder()).problem()).contains("config");
        Files.writeString(inside.resolve("config"), config);

        Files.writeString(inside.resolve("index"), "rubbish");
        SourceState withoutIndex = read(git.folder());
        assertThat(withoutIndex.commit()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(withoutIndex.problem()).contains("cannot be read whole");
        assertThat(withoutIndex.overlayComplete()).isFalse();

        Files.writeString(inside.resolve("HEAD"), "rubbish\n");
        assertThat(read(git.folder()).state()).isEqualTo("unreadable");
        Files.delete(inside.resolve("HEAD"));
        assertThat(read(git.folder()).problem()).contains("no HEAD");
    }
}
