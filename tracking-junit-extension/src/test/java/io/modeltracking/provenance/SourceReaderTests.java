package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.SourceState;
import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTests {

    @TempDir
    Path temp;

    private Path folder;
    private TrackingRoot root;
    private Git git;
    private String commit;

    @BeforeEach
    void aRepositoryWithOneCommit() throws IOException {
        Git.assumeInstalled();
        folder = temp.resolve("project");
        root = new TrackingRoot(folder.resolve(".tracking"));
        root.create();
        git = Git.init(folder);
        git.write(".gitignore", "target/\n").write("src/A.java", "class A {}\n").write("b.txt", "one\ntwo\n");
        commit = git.commit("first");
    }

    private SourceState read() {
        return read(SizeLimits.DEFAULT);
    }

    private SourceState read(SizeLimits limits) {
        return SourceReader.read(folder.resolve("src"), Map.of(), root, limits);
    }

    @Test
    void readsACleanTree() throws IOException {
        git.run("remote", "add", "origin", "https://me:secret@example.org/team/project.git");
        git.write("target/out.txt", "ignored");

        SourceState source = read();

        assertThat(source)
                .isEqualTo(new SourceState(
                        "git",
                        null,
                        commit,
                        "main",
                        "git",
                        "https://***@example.org/team/project.git",
                        false,
                        false,
                        "sha1",
                        null,
                        null,
                        true));
    }

    @Test
    void keepsWhatIsNotCommittedToReadAndToBuildAgain() throws IOException {
        git.write("src/A.java", "class A { int x; }\n").write("new dir/é.txt", "new\n");
        Files.delete(folder.resolve("b.txt"));
        git.write("staged.txt", "staged\n").run("add", "staged.txt");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/somewhere/else"));
        Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();

        SourceState source = read();

        assertThat(source.dirty()).isTrue();
        assertThat(source.overlayComplete()).isTrue();
        assertThat(source.problem()).isNull();
        assertThat(source.overlay())
                .extracting(file -> file.mode() + " " + file.path())
                .containsExactly(
                        "000000 b.txt",
                        "120000 link",
                        "100644 new dir/é.txt",
                        "100755 run.sh",
                        "100644 src/A.java",
                        "100644 staged.txt");
        for (OverlayFile file : source.overlay()) {
            if (file.mode().startsWith("100")) {
                assertThat(root.factFile(file.sha256())).hasSameBinaryContentAs(folder.resolve(file.path()));
            }
        }
        assertThat(root.factFile(source.diffSha256()))
                .content()
                .contains("-class A {}\n+class A { int x; }\n")
                .contains("deleted file mode 100644")
                .contains("+staged\n")
                .contains("+new\n")
                .doesNotContain(".tracking");
        assertThat(read()).isEqualTo(source);
    }

    @Test
    void theDiffAppliesToTheCommit() throws IOException {
        git.write("src/A.java", "class A { int x; }\n").write("new.txt", "new\n");
        Files.delete(folder.resolve("b.txt"));
        Path diff = root.factFile(read().diffSha256());
        Git clone = new Git(temp.resolve("clone"));
        git.run("clone", "-q", folder.toString(), clone.folder().toString());

        clone.run("apply", diff.toString());

        assertThat(clone.folder().resolve("src/A.java")).hasContent("class A { int x; }");
        assertThat(clone.folder().resolve("new.txt")).hasContent("new");
        assertThat(clone.folder().resolve("b.txt")).doesNotExist();
    }

    @Test
    void leavesOutWhatIsTooLargeAndSaysSo() throws IOException {
        git.write("large.txt", "x".repeat(101)).write("a.txt", "a".repeat(90)).write("z.txt", "z".repeat(90));

        SourceState source = read(new SizeLimits(100, 150));

        assertThat(source.overlayComplete()).isFalse();
        assertThat(source.problem()).contains("not copied");
        assertThat(source.overlay())
                .extracting(OverlayFile::path, file -> file.sha256() != null, OverlayFile::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.txt", true, 90L),
                        org.assertj.core.groups.Tuple.tuple("large.txt", false, 101L),
                        org.assertj.core.groups.Tuple.tuple("z.txt", false, 90L));
    }

    @Test
    void neverCopiesFilesOfCredentials() throws IOException {
        git.write(".env", "PASSWORD=hunter2\n")
                .write("keys/server.pem", "hunter2\n")
                .write("c.txt", "ok\n");

        SourceState source = read();

        assertThat(source.overlay())
                .hasSize(3)
                .filteredOn(file -> file.sha256() != null)
                .hasSize(1);
        assertThat(source.overlayComplete()).isFalse();
        assertThat(root.factFile(source.diffSha256())).content().doesNotContain("hunter2");
    }

    @Test
    void aContinuousIntegrationServerNamesTheBranch() throws IOException {
        git.run("checkout", "-q", "--detach");

        SourceState source = SourceReader.read(
                folder, Map.of("GITLAB_CI", "true", "CI_COMMIT_BRANCH", "release/1"), root, SizeLimits.DEFAULT);

        assertThat(source.branch()).isEqualTo("release/1");
        assertThat(source.branchSource()).isEqualTo("CI_COMMIT_BRANCH");
    }

    @Test
    void storesNothingOutsideTheTrackingFolder() throws IOException {
        git.write("b.txt", "three\n");
        String before = git.run("status", "--porcelain");

        read();

        assertThat(git.run("status", "--porcelain")).isEqualTo(before);
        assertThat(git.run("count-objects", "-v")).contains("packs: 0");
    }
}
