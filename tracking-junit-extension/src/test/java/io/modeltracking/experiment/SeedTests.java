package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Reproducible;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same code twice gives the same result; what cannot is named. */
class SeedTests {

    @TempDir
    Path base;

    static class SeededTestCase {

        @ModelExperiment(name = "exp", seed = 42)
        void derives(Run run, Seeds seeds, RandomGenerator generator, Random random) {
            run.param("xgboost", seeds.of("xgboost")).param("split", seeds.shared("split"));
            run.param("int", seeds.intOf("xgboost"));
            run.metric("generator", generator.nextDouble()).metric("random", random.nextDouble());
        }

        @ModelExperiment(name = "other", seed = 42)
        void sharesTheSplit(Run run, Seeds seeds) {
            run.param("split", seeds.shared("split")).param("xgboost", seeds.of("xgboost"));
        }

        @Reproducible
        @ModelExperiment(seed = 1)
        void isReproducible(Run run, Random random) {
            run.param("drawn", random.nextInt()).metric("loss", random.nextDouble());
        }

        @Reproducible
        @ModelExperiment
        void drawsUnseeded(Run run) {
            run.param("fixed", 1).metric("loss", Math.random());
            // The format goes by the first byte, which must not be drawn.
            run.model("weights", new byte[] {0, (byte) (Math.random() * 255), (byte) System.nanoTime()});
        }
    }

    @Test
    void streamsAreDerivedAsTheReferenceSays() {
        RunRecord run = Experiments.in(base).execute(SeededTestCase.class).run("derives");

        // Test vectors of the derivation's specification.
        assertThat(run.params().get("xgboost").value().text()).isEqualTo("-6691452575085597247");
        assertThat(run.params().get("int").value().text()).isEqualTo("1368496042");
        assertThat(run.params().get("split").value().text()).isEqualTo("-7838246241394030236");
        assertThat(run.seeds())
                .extracting(seed -> String.join("/", seed.path()))
                .containsExactlyInAnyOrder("exp/trial/0/xgboost", "shared/split", "exp/trial/0/random");
    }

    @Test
    void sharedStreamsAreTheSameInEveryExperiment() {
        Experiments experiments = Experiments.in(base).execute(SeededTestCase.class);

        assertThat(experiments.run("sharesTheSplit").params().get("split").value())
                .isEqualTo(experiments.run("derives").params().get("split").value());
        assertThat(experiments.run("sharesTheSplit").params().get("xgboost").value())
                .isNotEqualTo(experiments.run("derives").params().get("xgboost").value());
    }

    @Test
    void thePropertyOverridesTheAnnotation() {
        Experiments with7 =
                Experiments.in(base.resolve("a")).with("tracking.seed", "7").execute(SeededTestCase.class);
        Experiments with42 = Experiments.in(base.resolve("b")).execute(SeededTestCase.class);

        assertThat(with7.run("derives").seeds())
                .allSatisfy(seed -> assertThat(seed.root()).isEqualTo(7));
        assertThat(with7.run("derives").metric("random"))
                .isNotEqualTo(with42.run("derives").metric("random"));
    }

    @Test
    void aReproducibleExperimentRunsTwiceAndPasses() {
        Experiments experiments = Experiments.in(base).execute(SeededTestCase.class);

        List<RunRecord> runs = experiments.runs().stream()
                .filter(run -> run.started().method().equals("isReproducible"))
                .toList();
        assertThat(runs).hasSize(2);
        assertThat(runs.get(1).started().links())
                .containsEntry("repeatOf", runs.get(0).id());
        assertThat(runs.get(0).metrics().get(0).value())
                .isEqualTo(runs.get(1).metrics().get(0).value());
    }

    @Test
    void whatDiffersBetweenTheTwoRunsIsNamed() {
        Experiments experiments = Experiments.in(base).execute(SeededTestCase.class);

        assertThat(experiments.results().entrySet().stream()
                        .filter(entry -> entry.getKey().contains("drawsUnseeded"))
                        .flatMap(entry -> entry.getValue().getThrowable().stream()))
                .singleElement()
                .satisfies(thrown -> assertThat(thrown)
                        .hasMessageContaining("✗ metric loss: ")
                        .hasMessageContaining("✗ model weights.bin: SHA-256")
                        .hasMessageNotContainingAny("param fixed")
                        .hasMessageContaining("Draw every random number from Seeds"));
    }
}
