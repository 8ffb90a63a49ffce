package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run says what it was made from and where, and what many share is stored once. */
class SharedFactsTests {

    @TempDir
    Path base;

    static class TwoRunsTestCase {
        @ModelExperiment
        void first(Run run) {
            run.metric("loss", 1);
        }

        @ModelExperiment
        void second(Run run) {
            run.metric("loss", 2);
        }
    }

    @Test
    void sourceAndEnvironmentAreStoredOnceAndReferredTo() throws IOException {
        Experiments experiments = Experiments.in(base).execute(TwoRunsTestCase.class);

        RunRecord first = experiments.run("first");
        assertThat(first.facts()).containsOnlyKeys("source", "environment");
        assertThat(experiments.run("second").facts()).isEqualTo(first.facts());
        try (Stream<Path> facts = Files.list(experiments.root().facts())) {
            assertThat(facts.filter(file -> file.toString().endsWith(".json"))).hasSize(2);
        }
        EnvironmentState environment =
                new FactStore(experiments.root()).read(first.facts().get("environment"), EnvironmentState.class);
        assertThat(environment.javaVersion()).isEqualTo(System.getProperty("java.version"));
        assertThat(environment.classPath())
                .anySatisfy(entry -> assertThat(entry.name()).startsWith("xgboost4j_2.12"));
    }

    @Test
    void whatIsNotCommittedIsAnArtifactOfTheRun() throws IOException {
        Experiments experiments = Experiments.in(base).execute(TwoRunsTestCase.class);

        RunRecord run = experiments.run("first");
        SourceState source = new FactStore(experiments.root()).read(run.facts().get("source"), SourceState.class);
        assertThat(run.artifacts().stream()
                        .filter(artifact -> artifact.name().equals("source.diff"))
                        .map(artifact -> artifact.sha256())
                        .toList())
                .isEqualTo(source.diffSha256() == null ? List.of() : List.of(source.diffSha256()));
    }

    @Test
    void theAuthorIsWhoThePropertyNames() {
        RunRecord run = Experiments.in(base)
                .with("tracking.actor", "a.smith")
                .execute(TwoRunsTestCase.class)
                .run("first");

        assertThat(run.started().author())
                .returns("a.smith", author -> author.name())
                .returns("property", author -> author.source());
    }
}
