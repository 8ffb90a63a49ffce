package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RepeatedSeeds;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** One trial of a study, or one repeat, made again without the others. */
class ReproducedTrialTests {

    private static final String RUN = "a".repeat(32);

    @TempDir
    Path base;

    static class StudyTestCase {

        @ModelExperiment(name = "Study", seed = 42)
        @BayesianSearch(trials = 6, startup = 2, objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "validation.loss", max = 30)
        void search(
                @DoubleRange(min = 0, max = 1) double rate,
                @IntRange(min = 1, max = 9) int depth,
                Run run,
                Seeds seeds) {
            run.metric("validation.loss", depth + rate + seeds.random("noise").nextDouble());
            run.holdout(
                    "holdout",
                    () -> Evaluation.regression().actual(new double[] {1, 2}).predicted(new double[] {rate, 2}));
        }

        @ModelExperiment(name = "Parts", seed = 42)
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RepeatedSeeds({1, 2, 3})
        void parts(@IntRange(min = 0, max = 1) int size, Run run, Seeds seeds) {
            run.metric("validation.loss", size + seeds.random("noise").nextDouble());
        }
    }

    private Experiments all;

    @BeforeEach
    void study() {
        all = Experiments.in(base.resolve("all")).execute(StudyTestCase.class);
    }

    private Experiments again(RunRecord trial) {
        Experiments again = Experiments.in(base.resolve("again"))
                .with("tracking.reproduceOf", RUN)
                .with("tracking.reproduce.trial", trial.started().trial().toString());
        trial.params()
                .forEach((name, param) -> again.with(
                        "tracking.reproduce.param." + name, param.value().text()));
        return again;
    }

    private static Experiments execute(Experiments experiments, String method, String types) {
        return experiments.execute(
                DiscoverySelectors.selectMethod(StudyTestCase.class.getName() + "#" + method + "(" + types + ")"));
    }

    private static Experiments search(Experiments experiments) {
        return execute(experiments, "search", "double,int,io.modeltracking.Run,io.modeltracking.Seeds");
    }

    private static Experiments parts(Experiments experiments) {
        return execute(experiments, "parts", "int,io.modeltracking.Run,io.modeltracking.Seeds");
    }

    private RunRecord winner() {
        return all.trials("search").get(all.run("search").search().winner().trial());
    }

    @Test
    void aTrialAloneComesToTheSameAsAmongAll() {
        for (RunRecord trial : List.of(winner(), all.trials("search").get(5))) {
            Experiments again = search(again(trial));

            assertThat(again.trials("search"))
                    .filteredOn(
                            run -> run.started().trial().equals(trial.started().trial()))
                    .singleElement()
                    .returns(trial.params(), RunRecord::params)
                    .returns(trial.metric("validation.loss"), run -> run.metric("validation.loss"))
                    .returns(Verdict.ACCEPTED, RunRecord::verdict)
                    .satisfies(run -> assertThat(run.started().links()).containsEntry("reproduceOf", RUN));
        }
    }

    @Test
    void nothingIsChosenWhereItWasNotTheWinner() {
        Experiments again = search(again(winner()));

        assertThat(again.trials("search")).hasSize(1);
        assertThat(again.run("search"))
                .returns(Status.ABORTED, RunRecord::status)
                .returns(null, run -> run.search().winner())
                .satisfies(study -> assertThat(study.reason()).contains("alone was made again"))
                .satisfies(study -> assertThat(study.started().links()).isEmpty())
                .satisfies(study -> assertThat(study.metric("holdout.rmse")).isEmpty());
        assertThat(again.results().values())
                .allSatisfy(result -> assertThat(result.getThrowable()).isEmpty());
    }

    @Test
    void whatTheWinnerHoldsOutIsEvaluatedAgain() {
        Experiments again = search(again(winner()).with("tracking.reproduce.won", "true"));

        RunRecord study = all.run("search");
        assertThat(again.run("search"))
                .returns(Status.FINISHED, RunRecord::status)
                .returns(study.metric("holdout.rmse"), run -> run.metric("holdout.rmse"))
                .returns(
                        study.search().winner().trial(),
                        run -> run.search().winner().trial());
        assertThat(study.metric("holdout.rmse")).isPresent();
    }

    @Test
    void aRepeatOfATrialIsMadeAgainWithoutTheOthers() {
        RunRecord trial = all.trials("parts").get(1);
        RunRecord repeat = PartsTests.children(all, trial).get(1);

        Experiments again = parts(
                again(trial).with("tracking.reproduce.part", repeat.started().name()));

        RunRecord alone = again.trials("parts").get(0);
        assertThat(PartsTests.children(again, alone))
                .singleElement()
                .returns("seed 2", run -> run.started().name())
                .returns(repeat.metric("validation.loss"), run -> run.metric("validation.loss"))
                .satisfies(run -> assertThat(run.started().links()).containsEntry("reproduceOf", RUN));
        assertThat(again.run("parts").status()).isEqualTo(Status.ABORTED);
        assertThat(again.results().values())
                .allSatisfy(result -> assertThat(result.getThrowable()).isEmpty());
    }

    @Test
    void aPointOutsideTheSpaceIsRefused() {
        Experiments again = search(again(winner()).with("tracking.reproduce.param.depth", "10"));

        assertThat(again.studyFailure("search"))
                .hasMessageContaining("tracking.reproduce.param.…")
                .hasMessageContaining("does not lie in the space");
    }
}
