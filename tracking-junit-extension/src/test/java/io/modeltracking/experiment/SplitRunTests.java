package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Splits;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.RunRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A split is recorded with what stands on both sides of it. */
class SplitRunTests {

    private static Experiments experiments;

    @BeforeAll
    static void execute(@TempDir Path base) {
        experiments = Experiments.in(base).execute(SplittingTestCase.class);
    }

    static class SplittingTestCase {

        private static final Dataset ROWS = Dataset.of(
                new double[][] {{1, 20, 4}, {1, 20, 4}, {2, 30, 5}, {3, 20, 4}, {4, 40, 6}}, "id", "age", "power");

        @ModelExperiment
        void leaks(Run run) {
            run.split(Splits.given(0, 1, 0, 1, 1), ROWS.keys("id"), "age", "power");
        }

        @ModelExperiment
        void isClean(Run run, Seeds seeds) {
            run.split(Splits.grouped(seeds, Splits.equal(ROWS, "age", "power"), 0.5, 0.5), ROWS, "age", "power");
        }

        @ModelExperiment
        void namesNoFeatures(Run run) {
            run.split(Splits.given(0, 1, 0, 1, 1), ROWS);
        }

        @ModelExperiment
        void splitsAnotherTable(Run run) {
            run.split(Splits.given(0, 1), ROWS, "age");
        }
    }

    @Test
    void keysFeatureVectorsAndRunsOfRowsOnBothSidesAreFound() {
        RunRecord run = experiments.run("leaks");

        assertThat(run.params().get("split").value().text()).isEqualTo("given: 40.0 % / 60.0 % of 5 rows");
        assertThat(run.metric("validation.leak.keys")).hasValue(1 / 3.0);
        assertThat(run.metric("validation.leak.features")).hasValue(2 / 3.0);
        assertThat(run.metric("validation.leak.adjacent")).hasValue(1 / 3.0);
        assertThat(run.warnings())
                .filteredOn(warning -> warning.code().equals("split-leak"))
                .extracting(Warning::message)
                .hasSize(3)
                .anyMatch(message -> message.startsWith("1 of the 3 rows of validation (33.3 %) have a key"));
    }

    @Test
    void aSplitByGroupsHasNoLeakAndItsSeedIsTheSharedOne() {
        RunRecord run = experiments.run("isClean");

        assertThat(run.metric("validation.leak.features")).hasValue(0.0);
        assertThat(run.metric("validation.leak.keys")).isEmpty();
        assertThat(run.warnings()).extracting(Warning::code).doesNotContain("split-leak");
        assertThat(run.seeds()).extracting(seed -> seed.path()).anyMatch(path -> path.contains("split"));
    }

    @Test
    void aCheckWithoutFeaturesOrOfAnotherTableIsRefused() {
        assertThat(experiments.failure("namesNoFeatures"))
                .hasMessageContaining("name the columns that the model is given");
        assertThat(experiments.failure("splitsAnotherTable")).hasMessageContaining("the table has 5 rows, the split 2");
    }
}
