package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.DoubleValues;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Trial;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A search annotation makes a method a study: its run is the parent of one run a trial, and names the winner. */
class StudyTests {

    @TempDir
    Path base;

    record Boosting(
            @IntValues({3, 5, 7}) int maxDepth,
            @DoubleValues({0.01, 0.1}) double learningRate) {}

    record Curve(
            @DoubleRange(min = -5, max = 5) double x,
            @IntRange(min = 1, max = 64, log = true) int width) {}

    static class StudyTestCase {

        /** Deep and quick overfits: best on the validation data, but with the largest gap. */
        @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency", seed = 42)
        @GridSearch(objective = "validation.deviance", direction = Direction.MINIMIZE)
        @RequireGap(train = "train.deviance", test = "validation.deviance", maxRelative = 0.05)
        @RequireArtifact("lift.txt")
        void grid(Boosting params, Run run, Seeds seeds) {
            double progress = params.maxDepth() * params.learningRate();
            run.metric("validation.deviance", 0.7 - 0.2 * progress);
            run.metric("train.deviance", (0.7 - 0.2 * progress) / (params.maxDepth() == 7 ? 1.08 : 1.02));
            run.artifact("lift.txt", new byte[] {1});
            run.param("seed", seeds.intOf("xgboost"));
        }

        @ModelExperiment(seed = 7)
        @BayesianSearch(trials = 25, startup = 5, objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "validation.size", max = 16)
        void bayesian(Curve params, Run run, Trial trial) {
            run.metric("validation.loss", (params.x() - 1) * (params.x() - 1))
                    .metric("validation.size", params.width());
            run.tag("best", trial.best().toString()).tag("study", trial.study());
        }

        @ModelExperiment(seed = 7)
        @RandomSearch(trials = 4, objective = "validation.gini", direction = Direction.MAXIMIZE)
        void random(@IntRange(min = 0, max = 2) int depth, boolean deep, Run run) {
            run.metric("validation.gini", depth + (deep ? 0.5 : 0));
        }
    }

    private Experiments experiments() {
        return Experiments.in(base).execute(StudyTestCase.class);
    }

    @Test
    void theTrialsAreChildRunsWithTheirParamsAndVerdicts() {
        Experiments experiments = experiments();

        RunRecord study = experiments.run("grid");
        List<RunRecord> trials = experiments.trials("grid");
        assertThat(trials).hasSize(6);
        assertThat(trials)
                .extracting(trial -> trial.params().get("max_depth").value().text() + " "
                        + trial.params().get("learning_rate").value().text())
                .containsExactly("3 0.01", "3 0.1", "5 0.01", "5 0.1", "7 0.01", "7 0.1");
        assertThat(trials).allSatisfy(trial -> {
            assertThat(trial.started().parent()).isEqualTo(study.id());
            assertThat(trial.started().experiment()).isEqualTo("Motor_2026_Frequency");
            assertThat(trial.params().get("max_depth").origin()).isEqualTo(Origin.SEARCH);
            assertThat(trial.search().trial())
                    .isEqualTo(new SearchEvent.Trial(trial.started().trial(), "grid/1", List.of()));
        });
        assertThat(trials)
                .extracting(RunRecord::verdict)
                .containsExactly(
                        Verdict.ACCEPTED,
                        Verdict.ACCEPTED,
                        Verdict.ACCEPTED,
                        Verdict.ACCEPTED,
                        Verdict.REJECTED,
                        Verdict.REJECTED);
    }

    @Test
    void everyTrialHasSeedsOfItsOwnNumber() {
        List<RunRecord> trials = experiments().trials("grid");

        assertThat(trials.stream()
                        .map(trial -> trial.params().get("seed").value().text())
                        .distinct())
                .hasSize(6);
        assertThat(trials.get(4).seeds())
                .extracting(seed -> String.join("/", seed.path()))
                .contains("Motor_2026_Frequency/trial/4/xgboost", "Motor_2026_Frequency/trial/4/sampler");
    }

    @Test
    void rejectedTrialsAreAbortedAndSayWhy() {
        Experiments experiments = experiments();

        RunRecord rejected = experiments.trials("grid").get(5);
        assertThat(rejected.status()).isEqualTo(Status.ABORTED);
        assertThat(rejected.reason()).startsWith("gap train.deviance → validation.deviance <= 5.0 %: observed 8");
        assertThat(rejected.failure()).isNull();
        assertThat(rejected.search().objective().violation()).isBetween(0.59, 0.61);
        assertThat(experiments.trialResults("grid"))
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.ABORTED,
                        TestExecutionResult.Status.ABORTED);
        assertThat(experiments.trialResults("grid").get(5).getThrowable().orElseThrow())
                .hasMessageContaining("Trial 5 is rejected: 1 of 1 requirements failed")
                .hasMessageContaining("✗ gap train.deviance");
    }

    @Test
    void theStudyNamesTheBestAcceptedTrialAndItsFigures() {
        Experiments experiments = experiments();

        RunRecord study = experiments.run("grid");
        RunRecord best = experiments.trials("grid").get(3);
        assertThat(study.status()).isEqualTo(Status.FINISHED);
        assertThat(study.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(study.search().objective())
                .isEqualTo(new SearchEvent.Objective("validation.deviance", "MINIMIZE", null, null));
        assertThat(study.search().winner().trial()).isEqualTo(3);
        assertThat(study.search().winner().run()).isEqualTo(best.id());
        assertThat(study.search().winner().rule()).isEqualTo("smallest validation.deviance of 4 accepted trials");
        assertThat(study.metric("validation.deviance")).isEqualTo(best.metric("validation.deviance"));
        assertThat(study.params().get("max_depth").value().text()).isEqualTo("5");
        assertThat(study.checks()).extracting(check -> check.rule()).containsExactly("artifact lift.txt");
        assertThat(study.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("rejected-though-better");
            assertThat(warning.message())
                    .startsWith("trial 5 (run ")
                    .contains("REJECTED THOUGH BETTER", "the winner's is 0.6");
        });
    }

    @Test
    void theFullRankingIsAnArtifact() throws IOException {
        Experiments experiments = experiments();

        RunRecord study = experiments.run("grid");
        List<String> lines = Files.readAllLines(
                experiments.root().run(study.id()).resolve("artifacts").resolve("ranking.csv"));
        assertThat(lines.get(0))
                .isEqualTo("rank,trial,run,status,verdict,objective,violation,reason,max_depth,learning_rate");
        assertThat(lines.get(1)).startsWith("1,3,").endsWith(",FINISHED,ACCEPTED,0.6,0.0,,5,0.1");
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(5, 7))
                .allSatisfy(line -> assertThat(line)
                        .startsWith(",")
                        .contains(
                                ",ABORTED,REJECTED,",
                                ",gap train.deviance → validation.deviance <= 5.0 %: observed 8"));
        assertThat(study.artifacts())
                .extracting(artifact -> artifact.name())
                .contains("search-space.json", "ranking.csv");
    }

    @Test
    void anAdaptiveSearchSeesEachTrialBeforeTheNext() {
        Experiments experiments = experiments();

        List<RunRecord> trials = experiments.trials("bayesian");
        assertThat(trials).hasSize(25).allSatisfy(trial -> {
            int number = trial.started().trial();
            assertThat(trial.search().trial().sampler()).isEqualTo("tpe/optuna-5.0");
            assertThat(trial.search().trial().seen())
                    .isEqualTo(IntStream.range(0, number).boxed().toList());
            assertThat(trial.tags())
                    .containsEntry("study", experiments.run("bayesian").id());
        });
        assertThat(trials.get(0).tags()).containsEntry("best", "OptionalDouble.empty");
        assertThat(trials.get(24).tags().get("best")).startsWith("OptionalDouble[");
        assertThat(experiments.run("bayesian").metric("validation.loss").orElseThrow())
                .isLessThan(1);
    }

    @Test
    void rejectionsLeadAnAdaptiveSearchIntoTheAcceptedRegion() {
        List<RunRecord> trials = experiments().trials("bayesian");

        assertThat(trials.subList(15, 25))
                .filteredOn(trial -> trial.verdict() == Verdict.ACCEPTED)
                .hasSizeGreaterThan(7);
    }

    @Test
    void theSameSeedGivesTheSameTrials() {
        Experiments one = Experiments.in(base.resolve("one")).execute(StudyTestCase.class);
        Experiments two = Experiments.in(base.resolve("two")).execute(StudyTestCase.class);
        Experiments other =
                Experiments.in(base.resolve("other")).with("tracking.seed", "8").execute(StudyTestCase.class);

        assertThat(points(one, "bayesian")).isEqualTo(points(two, "bayesian")).isNotEqualTo(points(other, "bayesian"));
        assertThat(points(one, "random")).isEqualTo(points(two, "random"));
    }

    @Test
    void methodParametersAreSearchedDirectly() {
        Experiments experiments = experiments();

        assertThat(points(experiments, "random")).doesNotHaveDuplicates().hasSize(4);
        assertThat(experiments.trials("random").get(0).params()).containsOnlyKeys("depth", "deep");
        RunRecord study = experiments.run("random");
        assertThat(study.search().winner().rule()).isEqualTo("largest validation.gini of 4 accepted trials");
        assertThat(study.search().winner().objective())
                .isEqualTo(experiments.trials("random").stream()
                        .mapToDouble(trial -> trial.metric("validation.gini").orElseThrow())
                        .max()
                        .orElseThrow());
    }

    private static List<String> points(Experiments experiments, String method) {
        return experiments.trials(method).stream()
                .map(trial -> trial.params().values().stream()
                        .map(param -> param.name() + "=" + param.value().text())
                        .toList()
                        .toString())
                .toList();
    }
}
