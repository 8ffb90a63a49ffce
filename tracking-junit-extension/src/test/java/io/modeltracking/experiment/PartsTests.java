package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.CrossValidated;
import io.modeltracking.Direction;
import io.modeltracking.Fold;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RepeatedSeeds;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A run with parts is the mean of its repeats or folds, each a child run of it. */
class PartsTests {

    @TempDir
    Path base;

    static class RepeatedTestCase {

        @ModelExperiment(name = "Repeated", seed = 42)
        @RepeatedSeeds({1, 2, 6})
        @RequireMetric(name = "validation.loss", max = 3)
        void accepted(Run run, Seeds seeds) {
            run.param("depth", 5)
                    .param("seed", seeds.root())
                    .metric("validation.loss", seeds.root())
                    .metric("only." + seeds.root(), 1);
        }

        @ModelExperiment(name = "Rejected")
        @RepeatedSeeds({1, 2, 6})
        @RequireMetric(name = "validation.loss", max = 2.9)
        void rejected(Run run, Seeds seeds) {
            run.metric("validation.loss", seeds.root());
        }

        @ModelExperiment(name = "Rejected_Part")
        @RepeatedSeeds({1, 2})
        void rejectedInOnePart(Run run, Seeds seeds) {
            run.metric("validation.loss", seeds.root());
            run.require().metric("validation.loss").isAtMost(1);
        }
    }

    static class CrossValidatedTestCase {

        @ModelExperiment(name = "Crossed", seed = 42)
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @CrossValidated(folds = 3)
        @RequireMetric(name = "validation.loss", max = 30)
        void grid(@IntValues({0, 10, 40}) int size, Run run, Fold fold) {
            run.metric("validation.loss", size + 2.0 * fold.number());
            Fold.Rows rows = fold.of(10);
            run.tag("rows", Arrays.toString(rows.validation()));
            assertThat(rows.training()).hasSize(10 - rows.validation().length);
        }
    }

    @Test
    void eachSeedIsAChildRunAndTheRunHasTheMeans() {
        Experiments experiments = Experiments.in(base).execute(RepeatedTestCase.class);

        RunRecord run = experiments.run("accepted");
        List<RunRecord> repeats = children(experiments, run);
        assertThat(repeats).extracting(repeat -> repeat.started().repeat()).containsExactly(1L, 2L, 6L);
        assertThat(repeats).extracting(repeat -> repeat.started().name()).containsExactly("seed 1", "seed 2", "seed 6");
        assertThat(repeats).extracting(RunRecord::status).containsOnly(Status.FINISHED);
        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.metric("validation.loss")).hasValue(3.0);
        assertThat(run.metrics()).as("only what all repeats logged").hasSize(1);
        assertThat(run.params().keySet())
                .as("only what is alike in all repeats")
                .containsExactly("depth");
    }

    @Test
    void requirementsAreJudgedOnTheMeansAndTheLastRepeatFails() {
        Experiments experiments = Experiments.in(base).execute(RepeatedTestCase.class);

        RunRecord run = experiments.run("rejected");
        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(run.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(run.reason()).startsWith("validation.loss <= 2.9: observed 3");
        assertThat(children(experiments, run)).extracting(RunRecord::status).containsOnly(Status.FINISHED);
        assertThat(experiments.trialResults("rejected"))
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.FAILED);
    }

    @Test
    void whatOneRepeatIsRequiredToBeRejectsTheWhole() {
        Experiments experiments = Experiments.in(base).execute(RepeatedTestCase.class);

        RunRecord run = experiments.run("rejectedInOnePart");
        assertThat(children(experiments, run))
                .extracting(RunRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED);
        assertThat(run.reason()).startsWith("seed 2 accepted (validation.loss <= 1.0: observed 2");
    }

    @Test
    void aTrialsObjectiveIsTheMeanOverItsFoldsWithTheirSpread() {
        Experiments experiments = Experiments.in(base).execute(CrossValidatedTestCase.class);

        List<RunRecord> trials = experiments.trials("grid");
        assertThat(trials)
                .extracting(trial -> trial.search().objective().value())
                .containsExactly(2.0, 12.0, 42.0);
        assertThat(trials)
                .extracting(RunRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.REJECTED);
        assertThat(trials.get(0).search().objective().parts()).isEqualTo(3);
        assertThat(trials.get(0).search().objective().standardDeviation()).isEqualTo(2.0);
        assertThat(experiments.run("grid").search().winner().trial()).isZero();
        assertThat(experiments.run("grid").metric("validation.loss")).hasValue(2.0);
    }

    @Test
    void allTrialsHaveTheSameFoldsAndEachRowIsValidatedOnOnce() {
        Experiments experiments = Experiments.in(base).execute(CrossValidatedTestCase.class);

        List<List<String>> rows = experiments.trials("grid").stream()
                .map(trial -> children(experiments, trial).stream()
                        .map(fold -> fold.tags().get("rows"))
                        .toList())
                .toList();
        assertThat(rows).hasSize(3).allSatisfy(folds -> assertThat(folds).isEqualTo(rows.get(0)));
        assertThat(rows.get(0).stream()
                        .flatMap(text ->
                                Arrays.stream(text.replaceAll("[\\[\\]]", "").split(", "))))
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    static List<RunRecord> children(Experiments experiments, RunRecord parent) {
        return experiments.runs().stream()
                .filter(run -> parent.id().equals(run.started().parent()))
                .sorted(Comparator.comparing(run -> run.started().name()))
                .toList();
    }
}
