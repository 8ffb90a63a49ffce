package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Fact;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run made again from a real commit, by a build that leaves what it is told to. */
class ReproducerTests {

    private static final String RUN = RunFixture.id(1);

    @TempDir
    private Path base;

    private Path work;
    private TrackingRoot root;
    private final Maven maven = new Maven();

    @BeforeEach
    void original() throws Exception {
        work = Files.createDirectories(base.resolve("work"));
        root = new TrackingRoot(work.resolve(TrackingRoot.NAME));
        Files.writeString(work.resolve("pom.xml"), "<project/>");
        String commit;
        try (Git git = Git.init().setDirectory(work.toFile()).call()) {
            git.add().addFilepattern("pom.xml").call();
            commit = git.commit()
                    .setMessage("The experiment")
                    .setSign(false)
                    .setAuthor("A", "a@example.org")
                    .setCommitter("A", "a@example.org")
                    .call()
                    .name();
        }
        SourceState source =
                new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true);
        RunFixture.run(root, 1)
                .event(new Fact("source", new FactStore(root).put(source)))
                .metric("rmse", 0.5)
                .finished();
    }

    private Reproduction reproduce(WhatIf whatIf) {
        return new Reproducer(root, base.resolve("again"), new DataPlaces(null, null), 1e-9, whatIf, maven)
                .reproduce(RUN);
    }

    @Test
    void theCopyIsBuiltAndItsRunCompared() {
        assertThat(reproduce(WhatIf.NOTHING))
                .returns(ReproductionVerdict.IDENTICAL, Reproduction::verdict)
                .returns(RunFixture.id(2), Reproduction::reproduced);
        assertThat(maven.copy.folder().resolve("pom.xml")).hasContent("<project/>");
        assertThat(maven.copy.module()).isEqualTo(":pricing");
        assertThat(maven.copy.properties()).containsEntry("it.test", "FrequencyIT#frequency");
    }

    @Test
    void anotherLibraryIsPutIntoTheCopyAndItsOwnDiffIsNoDifference() {
        maven.left.add(new Artifact("source.diff", "text/x-diff", 1, "a".repeat(64), null));

        Reproduction reproduction = reproduce(WhatIf.of(null, "org.example:lib:2"));

        assertThat(maven.library).hasToString("org.example:lib:2");
        assertThat(reproduction.verdict()).isEqualTo(ReproductionVerdict.IDENTICAL);
        assertThat(reproduction.findings().get(0).item()).isEqualTo("what if");
    }

    @Test
    void aLibraryThatCannotBeResolvedEndsItBeforeAnythingIsBuilt() {
        maven.missing = List.of("org.example:gone:1");

        assertThat(reproduce(WhatIf.NOTHING))
                .returns(ReproductionVerdict.NOT_REPRODUCIBLE, Reproduction::verdict)
                .returns("missing: dependencies", Reproduction::problem);
        assertThat(maven.copy).isNull();
    }

    @Test
    void aBuildThatMakesNoRunSaysWhy() {
        maven.failure = "the build of the copy failed";

        assertThat(reproduce(WhatIf.NOTHING)).returns("the build of the copy failed", Reproduction::problem);
    }

    @Test
    void aRunThatCannotBeReadIsNotReproducible() throws Exception {
        Files.delete(root.run(RUN).resolve("run.jsonl"));

        assertThat(reproduce(WhatIf.NOTHING))
                .returns(ReproductionVerdict.NOT_REPRODUCIBLE, Reproduction::verdict)
                .satisfies(reproduction -> assertThat(reproduction.findings())
                        .extracting(Finding::item)
                        .containsExactly("run"));
    }

    /** Leaves a run of the same test, unless it is to fail. */
    private static final class Maven implements BuildTool {

        private final List<Artifact> left = new ArrayList<>();
        private List<String> missing = List.of();
        private String failure;
        private WhatIf.Dependency library;
        private Copy copy;

        @Override
        public Optional<String> override(Path folder, WhatIf.Dependency dependency) {
            library = dependency;
            return Optional.empty();
        }

        @Override
        public List<Jdk> jdks(int feature) {
            return List.of();
        }

        @Override
        public Dependencies dependencies(Copy ofCopy) {
            return new Dependencies(Map.of(), missing, null);
        }

        @Override
        public Optional<String> build(Copy built) {
            copy = built;
            if (failure != null) {
                return Optional.of(failure);
            }
            RunFixture run = RunFixture.run(new TrackingRoot(built.folder().resolve(TrackingRoot.NAME)), 2);
            left.forEach(run::event);
            run.metric("rmse", 0.5).finished();
            return Optional.empty();
        }
    }
}
