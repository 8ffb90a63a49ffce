package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.Enqueue;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Pruning;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Trial;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory.PastStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that was interrupted goes on with the trials that had finished, and comes to what it would have come to. */
class ResumeTests {

    @TempDir
    Path base;

    private static int fails;
    private static double noise;
    private static double firstRow;

    @BeforeEach
    void undisturbed() {
        fails = -1;
        noise = 0;
        firstRow = 1;
    }

    record Curve(
            @DoubleRange(min = -5, max = 5) double x,
            @IntRange(min = 1, max = 64, log = true) int width) {}

    static class ResumedTestCase {

        @ModelExperiment(name = "Resumed", seed = 5)
        @BayesianSearch(
                trials = 16,
                startup = 4,
                objective = "validation.loss",
                direction = Direction.MINIMIZE,
                pruner = Pruning.MEDIAN,
                resume = true)
        @Enqueue({"x=4", "width=2"})
        @RequireMetric(name = "validation.size", max = 40)
        void search(Curve params, Run run, Trial trial) {
            if (trial.number() == fails) {
                throw new IllegalStateException("the power went");
            }
            run.dataset("validation", Dataset.of(new double[][] {{firstRow}, {2}}, "age"));
            run.metric("validation.size", params.width());
            double loss = Math.abs(params.x() - 1) + params.width() / 100.0 + noise;
            for (int step = 0; step < 3 && !trial.shouldStop(); step++) {
                trial.report(step, loss * (3 - step));
            }
            run.holdout(
                    "holdout",
                    () -> Evaluation.regression()
                            .actual(new double[] {1, 1})
                            .predicted(new double[] {params.x(), params.x()}));
        }

        @ModelExperiment(name = "Resumed_Grid", seed = 5)
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void grid(@IntRange(min = 0, max = 5) int size, Run run, Trial trial) {
            if (trial.number() == fails) {
                throw new IllegalStateException("the power went");
            }
            run.metric("validation.loss", Math.abs(3 - size));
        }
    }

    private Experiments interruptedAt(int trial, String folder) {
        fails = trial;
        Experiments interrupted = Experiments.in(base.resolve(folder)).execute(ResumedTestCase.class);
        fails = -1;
        return interrupted;
    }

    private Experiments resume(PastStudy study, String folder) {
        return Experiments.in(base.resolve(folder))
                .with(
                        "tracking.build",
                        Interrupted.build(base, List.of(study), List.of()).toString())
                .execute(ResumedTestCase.class);
    }

    @Test
    void aResumedStudyComesToWhatAnUndisturbedOneComesTo() throws IOException {
        Experiments undisturbed = Experiments.in(base.resolve("undisturbed")).execute(ResumedTestCase.class);
        PastStudy past = Interrupted.study(interruptedAt(11, "interrupted"), "search");
        assertThat(past.trials()).hasSize(11);

        Experiments resumed = resume(past, "resumed");

        RunRecord study = resumed.run("search");
        RunRecord whole = undisturbed.run("search");
        assertThat(study.status()).isEqualTo(Status.FINISHED);
        assertThat(study.started().links()).containsEntry("resumedFrom", past.run());
        assertThat(study.search().reused()).hasSize(10);
        List<Integer> run = resumed.trials("search").stream()
                .map(trial -> trial.started().trial())
                .toList();
        assertThat(run)
                .as("the rest, and the best of what was there")
                .hasSize(6)
                .contains(11, 12, 13, 14, 15);
        assertThat(resumed.trials("search"))
                .allSatisfy(trial -> assertThat(trial)
                        .satisfies(same(
                                undisturbed.trials("search").get(trial.started().trial()))));
        assertThat(study.search().winner().trial())
                .isEqualTo(whole.search().winner().trial());
        assertThat(study.metric("holdout.rmse"))
                .isEqualTo(whole.metric("holdout.rmse"))
                .isPresent();
    }

    private static Consumer<RunRecord> same(RunRecord other) {
        return trial -> {
            assertThat(trial.params()).isEqualTo(other.params());
            assertThat(trial.search()).isEqualTo(other.search());
            assertThat(trial.status()).isEqualTo(other.status());
            assertThat(trial.verdict()).isEqualTo(other.verdict());
        };
    }

    @Test
    void aGridRunsTheRestOnly() throws IOException {
        PastStudy past = Interrupted.study(interruptedAt(3, "interrupted"), "grid");

        Experiments resumed = Experiments.in(base.resolve("resumed"))
                .with("tracking.resume", "true")
                .with(
                        "tracking.build",
                        Interrupted.build(base, List.of(past), List.of()).toString())
                .execute(ResumedTestCase.class);

        assertThat(resumed.trials("grid"))
                .extracting(trial -> trial.started().trial())
                .containsExactly(2, 3, 4, 5);
        assertThat(resumed.run("grid").search().winner().trial()).isEqualTo(3);
    }

    @Test
    void anotherObjectiveOfTheTrialThatIsRunAgainEndsTheStudy() throws IOException {
        PastStudy past = Interrupted.study(interruptedAt(8, "interrupted"), "search");
        noise = 1e-12;

        Experiments resumed = resume(past, "resumed");

        assertThat(resumed.run("search").status()).isEqualTo(Status.FAILED);
        assertThat(resumed.studyFailure("search"))
                .hasMessageContaining(
                        "cannot go on with the trials of study " + past.run().substring(0, 8))
                .hasMessageContaining("run again, the best trial comes to")
                .hasMessageContaining("run it without resume");
    }

    @Test
    void otherDataEndsTheStudy() throws IOException {
        PastStudy past = Interrupted.study(interruptedAt(8, "interrupted"), "search");
        firstRow = 7;

        Experiments resumed = resume(past, "resumed");

        assertThat(resumed.studyFailure("search")).hasMessageContaining("the data set \"validation\" is another one");
    }

    @Test
    void whatIsAnotherStudyIsNotContinuedAndTheReasonIsSaid() throws IOException {
        PastStudy past = Interrupted.study(interruptedAt(8, "interrupted"), "search");
        PastStudy otherSpace = new PastStudy(
                past.run(),
                past.experiment(),
                past.testClass(),
                past.method(),
                past.seed(),
                past.space() + " ",
                past.sampler(),
                past.metric(),
                past.direction(),
                past.source(),
                past.trials());
        PastStudy otherCode = new PastStudy(
                past.run(),
                past.experiment(),
                past.testClass(),
                past.method(),
                past.seed(),
                past.space(),
                past.sampler(),
                past.metric(),
                past.direction(),
                null,
                past.trials());

        assertThat(warnings(resume(otherSpace, "space")))
                .anySatisfy(warning -> assertThat(warning)
                        .contains("is not continued: its search space, or what is pinned of it, is another one"));
        assertThat(warnings(resume(otherCode, "code")))
                .anySatisfy(warning ->
                        assertThat(warning).contains("is not continued: no commit tells that the code is the same"));
        Experiments seeded = Experiments.in(base.resolve("seed"))
                .with("tracking.seed", "6")
                .with(
                        "tracking.build",
                        Interrupted.build(base, List.of(past), List.of()).toString())
                .execute(ResumedTestCase.class);
        assertThat(warnings(seeded))
                .anySatisfy(warning -> assertThat(warning).contains("is not continued: its seed was 5, and is 6"));
        assertThat(seeded.trials("search")).hasSize(16);
    }

    @Test
    void withoutABuildThatTellsOfItNothingIsResumed() {
        Experiments experiments = Experiments.in(base).execute(ResumedTestCase.class);

        assertThat(warnings(experiments))
                .anySatisfy(warning ->
                        assertThat(warning).startsWith("resume: what was interrupted is told by the goal \"prepare\""));
    }

    private static List<String> warnings(Experiments experiments) {
        return experiments.run("search").warnings().stream()
                .map(warning -> warning.message())
                .toList();
    }
}
