package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.CrossValidated;
import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Enqueue;
import io.modeltracking.ExpectRejected;
import io.modeltracking.Fold;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.RepeatedSeeds;
import io.modeltracking.Reproducible;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations that contradict themselves, or say nothing, are errors that name annotation, attribute and way out. */
class BadAnnotationTests {

    @TempDir
    static Path base;

    static Experiments wrongAnnotations;

    @BeforeAll
    static void executeThem() {
        wrongAnnotations = Experiments.in(base).execute(WrongAnnotationsTestCase.class);
    }

    static class WrongAnnotationsTestCase {
        @ModelExperiment
        @RequireMetric(name = "loss")
        void requiresNothing() {}

        @ModelExperiment
        @RequireMetric(name = "loss", max = Double.NaN)
        void requiresNaN() {}

        @ModelExperiment
        @RequireMetric(name = "loss", min = 2, max = 1)
        void reversed() {}

        @ModelExperiment
        @RequireMetric(name = "loss", equalTo = 1, max = 2)
        void equalAndMax() {}

        @ModelExperiment
        @RequireMetric(name = "loss", max = 1, tolerance = 0.1)
        void toleranceAlone() {}

        @ModelExperiment
        @RequireMetric(name = "loss", equalTo = 1, tolerance = -1)
        void negativeTolerance() {}

        @ModelExperiment
        @RequireGap(train = "a", test = "b")
        void gapOfNothing() {}

        @ModelExperiment
        @RequireGap(train = "a", test = "a", maxRelative = 0.1)
        void gapToItself() {}

        @ModelExperiment
        @RequireGap(train = "a", test = "b", maxAbsolute = Double.POSITIVE_INFINITY)
        void infiniteGap() {}

        @ModelExperiment
        @RequireArtifact({})
        void noArtifact() {}

        @ModelExperiment
        @RequireArtifact("../x")
        void artifactOutside() {}

        @ModelExperiment(name = "a/../b")
        void pathAsName() {}

        @ModelExperiment
        @ExpectRejected
        void rejectedByNothing() {}

        @ModelExperiment
        @RepeatedSeeds({})
        void noSeeds() {}

        @ModelExperiment
        @RepeatedSeeds({1, 2, 1})
        void aSeedTwice() {}

        @ModelExperiment
        @CrossValidated(folds = 1)
        void oneFold() {}

        @ModelExperiment
        @RepeatedSeeds(1)
        @CrossValidated
        void repeatsAndFolds() {}

        @ModelExperiment
        @Reproducible
        @CrossValidated
        void reproducibleFolds() {}

        @ModelExperiment
        void foldOfNothing(Fold fold) {}

        record Tree(@IntValues({1, 2}) int depth) {}

        @ModelExperiment
        void searchedByNothing(Tree tree) {}

        @ModelExperiment
        @RandomSearch(trials = 2, objective = "loss", direction = Direction.MINIMIZE)
        @Enqueue("maxDepth=1")
        void enqueuesInCamelCase(Tree tree) {}

        @ModelExperiment
        @CrossValidated(groupBy = "policy")
        void groupsByNumber(Fold fold) {
            fold.of(10);
        }

        @ModelExperiment
        @CrossValidated(groupBy = "policy")
        void groupsByMissingColumn(Fold fold) {
            fold.of(Dataset.of(new double[][] {{1}, {2}}, "age"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "requiresNothing; @RequireMetric(name = \"loss\"): it requires nothing",
                "requiresNaN; max is NaN: a bound is a finite number",
                "reversed; min 2.0 is larger than max 1.0: swap them",
                "equalAndMax; equalTo stands beside min or max",
                "toleranceAlone; tolerance without equalTo",
                "negativeTolerance; tolerance is -1.0",
                "gapOfNothing; it requires nothing: give maxRelative or maxAbsolute",
                "gapToItself; A gap needs two metrics, but both are a",
                "infiniteGap; max is Infinity",
                "noArtifact; @RequireArtifact names no artifact",
                "artifactOutside; looks like a path out of its folder",
                "pathAsName; experiment name \"a/../b\" looks like a path",
                "rejectedByNothing; it has no requirements: add @RequireMetric",
                "noSeeds; @RepeatedSeeds names no seed",
                "aSeedTwice; names a seed twice",
                "oneFold; @CrossValidated(folds = 1): cross-validation needs 2 or more",
                "repeatsAndFolds; @RepeatedSeeds and @CrossValidated stand on the same method",
                "reproducibleFolds; @Reproducible stands beside @RepeatedSeeds or @CrossValidated",
                "searchedByNothing; Tree declares params that a search chooses, but there is no search on",
                "enqueuesInCamelCase; maxDepth is no param of the space, which has [depth]",
                "foldOfNothing; there is no @CrossValidated on",
                "groupsByNumber; a number of rows tells none: give the groups, or the data set",
                "groupsByMissingColumn; No column \"policy\": there are [age]",
            })
    void wrongAnnotationsAreNamed(String method, String message) {
        assertThat(wrongAnnotations.failure(method)).hasMessageContaining(message);
    }

    static class AlsoATestCase {
        @Test
        @ModelExperiment
        void alsoATest() {}
    }

    @Test
    void anExperimentIsNoOtherTestBesides() {
        Experiments experiments = Experiments.in(base).execute(AlsoATestCase.class);

        assertThat(experiments.results().values())
                .filteredOn(result -> result.getThrowable().isPresent())
                .singleElement()
                .satisfies(result -> assertThat(result.getThrowable().orElseThrow())
                        .hasMessageContaining("@Test stands on the same method"));
    }

    static class TwoMeaningsTestCase {
        @ModelExperiment(name = "Motor_2026", model = "frequency")
        void frequency() {}

        @ModelExperiment(name = "Motor_2026", model = "severity")
        void severity() {}
    }

    @Test
    void oneNameStandsForOneModel() {
        Experiments experiments = Experiments.in(base.resolve("twice")).execute(TwoMeaningsTestCase.class);

        assertThat(experiments.results().values())
                .filteredOn(result -> result.getThrowable().isPresent())
                .singleElement()
                .satisfies(result -> assertThat(result.getThrowable().orElseThrow())
                        .hasMessageContaining("Experiment \"Motor_2026\" is declared twice")
                        .hasMessageContaining("give one of them another name"));
    }
}
