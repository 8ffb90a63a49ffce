package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.SourceState;
import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old tree is built again from a real repository, with what was not committed. */
class CheckoutTests {

    @TempDir
    private Path folder;

    private Path work;
    private Path copy;
    private TrackingRoot root;

    @BeforeEach
    void repository() throws Exception {
        work = Files.createDirectory(folder.resolve("work"));
        copy = folder.resolve("copy");
        root = new TrackingRoot(folder.resolve("history").resolve(TrackingRoot.NAME));
        root.create();
        git("init", "-q");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        Files.writeString(work.resolve("pom.xml"), "<old/>");
        Files.createDirectories(work.resolve("src"));
        Files.writeString(work.resolve("src/Gone.java"), "class Gone {}");
        commit("The first");
    }

    private String git(String... arguments) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private String commit(String message) throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", message);
        return git("rev-parse", "HEAD");
    }

    @Test
    void aCommitThatNoBranchHasAnyMoreIsWrittenAndTheWorkTreeStaysAsItIs() throws Exception {
        String old = git("rev-parse", "HEAD");
        Files.writeString(work.resolve("pom.xml"), "<new/>");
        git("commit", "-q", "--amend", "-a", "-m", "Another");

        assertThat(Checkout.holds(work, old)).isTrue();
        Checkout.write(work, old, copy);

        assertThat(copy.resolve("pom.xml")).hasContent("<old/>");
        assertThat(work.resolve("pom.xml")).hasContent("<new/>");
        SourceState source = SourceReader.read(copy, Map.of(), root, SizeLimits.DEFAULT);
        assertThat(source.commit()).isEqualTo(old);
        assertThat(source.dirty()).isFalse();
    }

    @Test
    void whatWasNotCommittedIsLaidOverIt() throws Exception {
        Files.writeString(work.resolve("pom.xml"), "<changed/>");
        Files.delete(work.resolve("src/Gone.java"));
        Files.writeString(work.resolve("src/New.java"), "class New {}");
        SourceState before = SourceReader.read(work, Map.of(), root, SizeLimits.DEFAULT);

        Checkout.write(work, before.commit(), copy);
        Checkout.overlay(root, before.overlay(), copy);

        assertThat(copy.resolve("pom.xml")).hasContent("<changed/>");
        assertThat(copy.resolve("src/Gone.java")).doesNotExist();
        assertThat(copy.resolve("src/New.java")).hasContent("class New {}");
        assertThat(SourceReader.read(copy, Map.of(), root, SizeLimits.DEFAULT).isSameCode(before))
                .isTrue();
    }

    @Test
    void saysWhichBranchesThereAreAndWhereTheRepositoryComesFrom() throws Exception {
        assertThat(Checkout.hasBranch(work, git("rev-parse", "--abbrev-ref", "HEAD")))
                .isTrue();
        assertThat(Checkout.hasBranch(work, "gone")).isFalse();
        assertThat(Checkout.remote(work)).isNull();
        git("remote", "add", "origin", "https://ada:secret@example.org/pricing.git");
        assertThat(Checkout.remote(work)).isEqualTo("https://***@example.org/pricing.git");
    }

    @Test
    void aCommitThatIsNotThereIsNotHeld() throws IOException {
        assertThat(Checkout.holds(work, "0123456789012345678901234567890123456789"))
                .isFalse();
    }

    @Test
    void aPathOutOfTheFolderIsRefused() throws Exception {
        Checkout.write(work, git("rev-parse", "HEAD"), copy);
        String content = new FactStore(root).putFile(new byte[] {1});

        for (String path : new String[] {"../evil", "/evil", ".git/config", ""}) {
            assertThatThrownBy(() -> Checkout.overlay(root, List.of(new OverlayFile(path, "100644", content, 1)), copy))
                    .hasMessageContaining("is none of the work tree's");
        }
        Files.createSymbolicLink(copy.resolve("link"), folder);
        assertThatThrownBy(
                        () -> Checkout.overlay(root, List.of(new OverlayFile("link/evil", "100644", content, 1)), copy))
                .hasMessageContaining("stands behind a symbolic link");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void aContentThatWasNotKeptOrIsDamagedIsNamed() throws Exception {
        Checkout.write(work, git("rev-parse", "HEAD"), copy);
        String content = new FactStore(root).putFile(new byte[] {1});
        Files.write(root.factFile(content), new byte[] {2});

        assertThatThrownBy(() -> Checkout.overlay(root, List.of(new OverlayFile("big.csv", "100644", null, 9)), copy))
                .hasMessageContaining("\"big.csv\" was not kept");
        assertThatThrownBy(() -> Checkout.overlay(root, List.of(new OverlayFile("a", "100644", content, 1)), copy))
                .hasMessageContaining("\"a\" is damaged");
    }
}
