package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.RunEvent.Fact;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a commit, files, threads and libraries before anything is run. */
class PreflightTests {

    private static final String REMOTE = "https://example.org/pricing.git";
    private static final String GONE = "0123456789".repeat(4);

    @TempDir
    private Path work;

    private Git git;
    private String commit;
    private TrackingRoot root;

    @BeforeEach
    void repository() throws Exception {
        root = new TrackingRoot(work.resolve(TrackingRoot.NAME));
        git = Git.init()
                .setFs(FS.DETECTED)
                .setDirectory(work.toFile())
                .setInitialBranch("main")
                .call();
        StoredConfig config = git.getRepository().getConfig();
        config.setString("remote", "origin", "url", REMOTE);
        config.save();
        Files.writeString(work.resolve("pom.xml"), "<project/>");
        git.add().addFilepattern("pom.xml").call();
        commit = git.commit()
                .setMessage("The experiment")
                .setSign(false)
                .setAuthor("A", "a@example.org")
                .setCommitter("A", "a@example.org")
                .call()
                .name();
    }

    @AfterEach
    void close() {
        git.close();
    }

    private static SourceState source(String commit, String branch, String remote, SourceState.OverlayFile... overlay) {
        return new SourceState(
                "git",
                null,
                commit,
                branch,
                "git",
                remote,
                overlay.length > 0,
                false,
                "sha1",
                null,
                List.of(overlay),
                true);
    }

    private List<Finding> findings(SourceState source) throws IOException {
        String fact = new FactStore(root).put(source);
        RunFixture.run(root, 1).event(new Fact("source", fact)).finished();
        return new Preflight(Original.read(root, RunFixture.id(1)), work, WhatIf.NOTHING, new NoTool())
                .beforeCheckout();
    }

    private String commit(SourceState source) throws IOException {
        return findings(source).stream()
                .filter(finding -> finding.item().equals("commit"))
                .map(finding -> finding.state() + " " + finding.detail())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCommitThatIsThereIsOk() throws IOException {
        assertThat(commit(source(commit, "main", REMOTE)))
                .isEqualTo("OK " + commit.substring(0, 12) + ", last seen on main");
    }

    @Test
    void aDeletedBranchIsSaidAndItsCommitIsFoundAllTheSame() throws IOException {
        assertThat(commit(source(commit, "feature", REMOTE)))
                .isEqualTo("OK " + commit.substring(0, 12) + ", last seen on feature, a branch that is gone");
    }

    @Test
    void aCollectedCommitIsMissingAndTheWayToItIsNamed() throws IOException {
        assertThat(commit(source(GONE, "main", REMOTE)))
                .startsWith("MISSING 012345678901, last seen on main: this repository has no such object")
                .contains("git fetch " + REMOTE + " " + GONE);
    }

    @Test
    void aRunOfAnotherRepositorySaysWhoseItIs() throws IOException {
        assertThat(commit(source(GONE, "main", "https://example.org/claims.git")))
                .contains("the run is of another repository, https://example.org/claims.git; this is " + REMOTE);
    }

    @Test
    void whatIsNoCommitIsMissing() throws IOException {
        assertThat(commit(source("--upload-pack=x", "main", REMOTE))).startsWith("MISSING");
    }

    @Test
    void anOverlayFileThatWasNotKeptIsNamed() throws IOException {
        SourceState.OverlayFile lost = new SourceState.OverlayFile("src/Model.java", "100644", "a".repeat(64), 1);

        assertThat(findings(source(commit, "main", REMOTE, lost)))
                .contains(Finding.missing("uncommitted files", "not kept: src/Model.java"));
    }

    @Test
    void withoutARepositoryNothingIsFound(@TempDir Path elsewhere) throws IOException {
        String fact = new FactStore(root).put(source(commit, "main", REMOTE));
        RunFixture.run(root, 1).event(new Fact("source", fact)).finished();

        assertThat(new Preflight(Original.read(root, RunFixture.id(1)), elsewhere, WhatIf.NOTHING, new NoTool())
                        .beforeCheckout())
                .anySatisfy(finding -> assertThat(finding.detail()).contains("There is no Git repository at"));
    }

    @Test
    void aRunWithoutFactsSaysWhatWasNotRecorded() {
        RunFixture.run(root, 1).finished();

        assertThat(new Preflight(Original.read(root, RunFixture.id(1)), work, WhatIf.NOTHING, new NoTool())
                        .beforeCheckout())
                .extracting(Finding::state)
                .containsExactly(
                        Finding.State.OK, Finding.State.MISSING, Finding.State.DIFFERENT, Finding.State.DIFFERENT);
    }

    /** Maven that has no JDK and resolves nothing. */
    static final class NoTool implements BuildTool {
        @Override
        public Optional<String> override(Path copy, WhatIf.Dependency dependency) {
            return Optional.of("there is no Maven here");
        }

        @Override
        public List<Jdk> jdks(int feature) {
            return List.of();
        }

        @Override
        public Dependencies dependencies(Copy copy) {
            return new Dependencies(Map.of(), List.of(), null);
        }

        @Override
        public Optional<String> build(Copy copy) {
            return Optional.of("there is no Maven here");
        }
    }
}
