package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** Trials do not depend on when and how often they are run: in parallel, again after a failure, or one alone. */
class StudyAttemptTests {

    @TempDir
    Path base;

    private static final AtomicBoolean FLAKY = new AtomicBoolean();

    @BeforeEach
    void failOnce() {
        FLAKY.set(true);
    }

    record Curve(
            @DoubleRange(min = -5, max = 5) double x,
            @IntRange(min = 1, max = 64, log = true) int width) {}

    static class FlakyTestCase {

        @ModelExperiment(seed = 1)
        @BayesianSearch(trials = 8, startup = 3, objective = "loss", direction = Direction.MINIMIZE)
        void adaptive(Curve params, Run run) {
            if (number(run) == 5 && FLAKY.getAndSet(false)) {
                throw new IllegalStateException("flaky");
            }
            run.metric("loss", Math.abs(params.x()));
        }

        private static int number(Run run) {
            return ((TrackedRun) run).scope().log().started().trial();
        }
    }

    static class ParallelTestCase {

        @ModelExperiment(seed = 3)
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "loss", min = 0.1)
        void grid(@IntRange(min = 0, max = 9) int a, boolean b, Run run, Seeds seeds) {
            run.metric("loss", seeds.generator("noise").nextDouble() + a + (b ? 0 : 1));
        }

        @ModelExperiment(seed = 3)
        @RandomSearch(trials = 20, objective = "loss", direction = Direction.MAXIMIZE)
        void random(Curve params, Run run, Seeds seeds) {
            run.metric("loss", seeds.generator("noise").nextDouble() + params.x() * params.width());
        }

        @ModelExperiment(seed = 3)
        @BayesianSearch(trials = 20, objective = "loss", direction = Direction.MAXIMIZE)
        void bayesian(Curve params, Run run) {
            run.metric("loss", params.x() * params.width());
        }
    }

    @Test
    void aRerunReusesTheTrialsThatFinished() {
        Experiments undisturbed = Experiments.in(base.resolve("undisturbed"));
        FLAKY.set(false);
        undisturbed.execute(FlakyTestCase.class);
        FLAKY.set(true);

        Experiments experiments = Experiments.in(base.resolve("flaky")).execute(FlakyTestCase.class);
        assertThat(experiments.trials("adaptive")).hasSize(6);
        assertThat(experiments.studyFailure("adaptive")).hasMessageContaining("flaky");
        experiments.rerun();

        List<RunRecord> trials = experiments.trials("adaptive");
        assertThat(trials).extracting(trial -> trial.started().trial()).containsExactly(0, 1, 2, 3, 4, 5, 5, 6, 7);
        assertThat(trials.stream().filter(trial -> trial.status() == Status.FINISHED))
                .extracting(StudyAttemptTests::content)
                .containsExactlyElementsOf(undisturbed.trials("adaptive").stream()
                        .map(StudyAttemptTests::content)
                        .toList());
        List<RunRecord> studies = experiments.runs().stream()
                .filter(run -> run.started().parent() == null)
                .toList();
        assertThat(studies).hasSize(2);
        assertThat(studies.get(1).started().attempt()).isEqualTo(2);
        assertThat(studies.get(1).status()).isEqualTo(Status.FINISHED);
        assertThat(studies.get(1).warnings())
                .extracting(warning -> warning.code())
                .containsExactly("trials-reused");
        assertThat(studies.get(1).search().winner().trial())
                .isEqualTo(undisturbed.run("adaptive").search().winner().trial());
    }

    /** Surefire runs the failed tests alone, and never takes back that a method failed which is no test. */
    @Test
    void whereTestsAreRerunOnlyTheTrialFailsAndTheRerunMakesTheStudyWhole() {
        Experiments experiments = Experiments.in(base)
                .with("surefire.rerunFailingTestsCount", "1")
                .execute(FlakyTestCase.class);
        assertThat(experiments.trials("adaptive")).hasSize(8);
        assertThat(experiments.run("adaptive").status()).isEqualTo(Status.BROKEN);
        assertThat(experiments.results().keySet()).hasSize(8).allMatch(id -> id.contains("#"));
        experiments.rerun();

        List<RunRecord> trials = experiments.trials("adaptive");
        assertThat(experiments.results().values())
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(trials).extracting(trial -> trial.started().trial()).containsExactly(0, 1, 2, 3, 4, 5, 5, 6, 7);
        assertThat(trials.get(6).params()).isEqualTo(trials.get(5).params());
        assertThat(trials.get(6).search().trial())
                .isEqualTo(trials.get(5).search().trial());
        assertThat(experiments.runs().stream()
                        .filter(run -> run.started().parent() == null)
                        .reduce((earlier, later) -> later))
                .hasValueSatisfying(study -> assertThat(study)
                        .returns(Status.FINISHED, RunRecord::status)
                        .satisfies(
                                run -> assertThat(run.search().winner().rule()).contains("of 8 accepted trials")));
    }

    @Test
    void aStudyThatSucceededIsRunAnewWhenItIsRunAgain() {
        FLAKY.set(false);
        Experiments experiments =
                Experiments.in(base).execute(FlakyTestCase.class).execute(FlakyTestCase.class);

        assertThat(experiments.trials("adaptive")).hasSize(16);
    }

    @Test
    void oneTrialAloneChoosesNobody() {
        FLAKY.set(false);
        Experiments all = Experiments.in(base.resolve("all")).execute(FlakyTestCase.class);
        String second = all.results().keySet().stream()
                .filter(id -> id.contains("#2"))
                .findFirst()
                .orElseThrow();

        Experiments one = Experiments.in(base.resolve("one")).execute(selectUniqueId(second));

        assertThat(one.trials("adaptive"))
                .extracting(trial -> trial.started().trial())
                .containsExactly(1);
        assertThat(one.results().values())
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(one.run("adaptive"))
                .returns(Status.ABORTED, RunRecord::status)
                .returns(null, run -> run.search().winner())
                .satisfies(run -> assertThat(run.reason()).contains("trials [0, 2, 3, 4, 5, 6, 7] were not selected"));
    }

    @Test
    void parallelTrialsAreThoseOfASequentialRun() {
        Experiments sequential = Experiments.in(base.resolve("sequential")).execute(ParallelTestCase.class);
        Experiments parallel = Experiments.in(base.resolve("parallel"))
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute(ParallelTestCase.class);

        for (String method : List.of("grid", "random", "bayesian")) {
            assertThat(parallel.trials(method))
                    .hasSize(20)
                    .extracting(StudyAttemptTests::content)
                    .containsExactlyElementsOf(sequential.trials(method).stream()
                            .map(StudyAttemptTests::content)
                            .toList());
            assertThat(parallel.run(method).search().winner().trial())
                    .isEqualTo(sequential.run(method).search().winner().trial());
            assertThat(parallel.run(method).metrics())
                    .extracting(metric -> metric.value())
                    .isEqualTo(sequential.run(method).metrics().stream()
                            .map(metric -> metric.value())
                            .toList());
        }
    }

    /** All that two runs of one trial have alike. */
    private static List<Object> content(RunRecord trial) {
        return List.of(
                trial.params().toString(),
                trial.metrics().stream()
                        .map(metric -> metric.name() + metric.value())
                        .toList(),
                trial.search(),
                trial.status(),
                String.valueOf(trial.verdict()),
                List.copyOf(trial.seeds()));
    }
}
