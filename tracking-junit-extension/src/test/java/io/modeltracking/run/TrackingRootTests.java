package io.modeltracking.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder a build, wherever in it a test is started. */
class TrackingRootTests {

    @TempDir
    Path base;

    Path repository;
    Path module;

    @BeforeEach
    void aRepositoryWithAModule() throws IOException {
        Files.writeString(base.resolve("pom.xml"), "");
        repository = Files.createDirectories(base.resolve("repository"));
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve("pom.xml"), "");
        module = Files.createDirectories(repository.resolve("module/sub"));
        Files.writeString(repository.resolve("module/pom.xml"), "");
    }

    @Test
    void standsBesideTheTopmostBuildFileWithinTheGitWorkTree() {
        assertThat(TrackingRoot.find(module, null).directory()).isEqualTo(repository.resolve(".tracking"));
    }

    @Test
    void anExistingFolderWins() throws IOException {
        Files.createDirectories(repository.resolve("module/.tracking"));

        assertThat(TrackingRoot.find(module, " ").directory()).isEqualTo(repository.resolve("module/.tracking"));
    }

    @Test
    void thePropertyWinsOverAll() throws IOException {
        Files.createDirectories(module.resolve(".tracking"));

        assertThat(TrackingRoot.find(module, base.resolve("elsewhere").toString())
                        .directory())
                .isEqualTo(base.resolve("elsewhere/.tracking"));
    }

    @Test
    void withoutAnyBuildFileItStandsInTheWorkingDirectory() throws IOException {
        Path bare = Files.createDirectories(base.resolve("bare/.git")).getParent();

        assertThat(TrackingRoot.find(bare, null).directory()).isEqualTo(bare.resolve(".tracking"));
    }

    @Test
    void itKeepsItselfOutOfGit() throws IOException {
        TrackingRoot root = TrackingRoot.find(module, null);
        root.create();

        assertThat(root.directory().resolve(".gitignore")).hasContent("*");
    }

    @Test
    void onlyIdsAndHashesBecomePaths() {
        TrackingRoot root = TrackingRoot.find(module, null);

        assertThatThrownBy(() -> root.run("../../x")).hasMessageContaining("32 lower-case hex digits");
        assertThatThrownBy(() -> root.fact("../../x")).hasMessageContaining("64 lower-case hex digits");
        assertThatThrownBy(() -> root.factFile(null)).hasMessageContaining("64 lower-case hex digits");
    }
}
