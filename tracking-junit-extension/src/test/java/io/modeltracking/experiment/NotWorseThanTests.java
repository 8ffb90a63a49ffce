package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.NotWorseThan;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A run is compared with the version in Production on the same data, by what {@code prepare} wrote down. */
class NotWorseThanTests {

    @TempDir
    Path base;

    private static final Dataset ROWS = Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims");

    static class ChampionTestCase {

        @ModelExperiment(name = "Motor_2025", model = "motor")
        void champion(Run run) {
            run.dataset("test", ROWS);
            run.metric("test.rmse", 0.9, 0).metric("test.rmse", 0.6, 1).metric("test.gini", 0.3);
            run.metric("test.profit", 5, Direction.MAXIMIZE).metric("test.balance", 1);
        }
    }

    static class ChallengerTestCase {

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @NotWorseThan(metric = "test.rmse", tolerance = 0.001)
        @NotWorseThan(metric = "test.rmse@first")
        @NotWorseThan(metric = "test.gini", relativeTolerance = 0.01)
        @NotWorseThan(metric = "test.profit")
        void holds(Run run) {
            run.dataset("test", ROWS);
            run.metric("test.rmse", 0.8, 0).metric("test.rmse", 0.601, 1).metric("test.gini", 0.297);
            run.metric("test.profit", 6, Direction.MAXIMIZE);
        }

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @NotWorseThan(metric = "test.rmse", tolerance = 0.001)
        @NotWorseThan(metric = "test.gini", relativeTolerance = 0.01)
        @NotWorseThan(metric = "test.mae")
        @NotWorseThan(metric = "test.balance")
        void isWorse(Run run) {
            run.dataset("test", ROWS);
            run.metric("test.rmse", 0.602).metric("test.gini", 0.296).metric("test.balance", 1);
        }

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @NotWorseThan(metric = "test.rmse")
        void hasOtherRows(Run run) {
            run.dataset("test", Dataset.of(new double[][] {{1, 2}}, "age", "claims"))
                    .metric("test.rmse", 0.1);
        }

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @NotWorseThan(metric = "test.rmse")
        void recordsNoRows(Run run) {
            run.metric("test.rmse", 0.1);
        }

        @ModelExperiment(name = "Home_2026", model = "home")
        @NotWorseThan(metric = "test.rmse")
        void hasNoChampion(Run run) {
            run.metric("test.rmse", 0.1);
        }

        @ModelExperiment(name = "Home_2026", model = "home")
        @NotWorseThan(metric = "test.rmse", ignoreMissingBaseline = true)
        void isTheFirst(Run run) {
            run.metric("test.rmse", 0.1);
        }

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @GridSearch(objective = "validation.rmse", direction = Direction.MINIMIZE)
        @NotWorseThan(metric = "test.rmse")
        void search(@IntValues({1, 2}) int depth, Run run) {
            run.dataset("test", ROWS.role(Role.VALIDATION));
            run.metric("validation.rmse", depth).metric("test.rmse", depth == 1 ? 0.7 : 0.5);
        }
    }

    static class WrongTestCase {

        @ModelExperiment
        @NotWorseThan(baseline = "yesterday", metric = "test.rmse")
        void namesNoBaseline() {}

        @ModelExperiment
        @NotWorseThan(metric = "test.rmse", tolerance = -1)
        void toleratesLessThanNothing() {}

        @ModelExperiment
        @NotWorseThan(metric = "test.rmse", tolerance = 1, relativeTolerance = 1)
        void toleratesTwice() {}
    }

    private Experiments challenger(String method) throws IOException {
        RunRecord champion = Experiments.in(base.resolve("before-" + method))
                .execute(ChampionTestCase.class)
                .onlyRun();
        return Experiments.in(base.resolve("now-" + method))
                .with("tracking.build", prepared(base, champion).toString())
                .execute(selectMethod(ChallengerTestCase.class, method(method)));
    }

    private static Method method(String name) {
        return List.of(ChallengerTestCase.class.getDeclaredMethods()).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As the goal {@code prepare} writes it. */
    static Path prepared(Path folder, RunRecord champion) throws IOException {
        Map<String, Object> build = Map.of(
                "buildId",
                "b".repeat(32),
                "module",
                "org.example:pricing",
                "baselines",
                List.of(BaselineRecord.of("production", "motor/3 (Production)", champion)));
        return Files.write(
                Files.createTempFile(folder, "build", ".json"), RunJson.mapper().writeValueAsBytes(build));
    }

    @Test
    void whatIsNoWorseIsAcceptedAndRecorded() throws IOException {
        RunRecord run = challenger("holds").run("holds");

        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.checks())
                .extracting(Check::rule)
                .containsExactly(
                        "test.rmse not worse than production by more than 0.001",
                        "test.rmse@first not worse than production",
                        "test.gini not worse than production by more than 1 %",
                        "test.profit not worse than production");
        assertThat(run.checks()).extracting(Check::kind).containsOnly("baseline");
        assertThat(run.checks().get(0))
                .returns(0.601, Check::observed)
                .returns(0.601, Check::max)
                .returns(null, Check::min);
        assertThat(run.checks().get(2)).returns(0.297, Check::min);
    }

    @Test
    void whatIsWorseFailsWithBothFigures() throws IOException {
        Experiments experiments = challenger("isWorse");

        assertThat(experiments.failure("isWorse"))
                .hasMessageContaining("4 of 4 requirements failed")
                .hasMessageContaining("✗ test.rmse not worse than production by more than 0.001: observed 0.602"
                        + " against 0.6 of motor/3 (Production)")
                .hasMessageContaining("✗ test.mae not worse than production: never logged")
                .hasMessageContaining("✗ test.balance not worse than production: nothing says whether more or less");
        assertThat(experiments.run("isWorse").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void otherRowsAreNotComparable() throws IOException {
        assertThat(challenger("hasOtherRows").run("hasOtherRows"))
                .returns(Status.FAILED, RunRecord::status)
                .satisfies(run -> assertThat(run.checks())
                        .singleElement()
                        .returns(Verdict.NOT_COMPARABLE, Check::verdict)
                        .returns(0.1, Check::observed)
                        .satisfies(check -> assertThat(check.message())
                                .matches("NOT COMPARABLE, \"test\" is data \\w{8} here and \\w{8} for motor/3"
                                        + " \\(Production\\)")));
        assertThat(challenger("recordsNoRows").failure("recordsNoRows"))
                .hasMessageContaining("NOT COMPARABLE, this run recorded no data set \"test\"");
    }

    @Test
    void withoutAChampionItFailsUnlessThatIsIgnored() throws IOException {
        assertThat(challenger("hasNoChampion").failure("hasNoChampion"))
                .hasMessageContaining("there is no baseline \"production\": no version of home is in Production")
                .hasMessageContaining("ignoreMissingBaseline lets the first one through");
        assertThat(challenger("isTheFirst").run("isTheFirst"))
                .returns(Verdict.ACCEPTED, RunRecord::verdict)
                .satisfies(run -> assertThat(run.checks())
                        .extracting(Check::rule)
                        .containsExactly("test.rmse not worse than production, once there is one"));
        assertThat(Experiments.in(base.resolve("ide"))
                        .execute(ChallengerTestCase.class)
                        .failure("holds"))
                .hasMessageContaining("no baseline is known: they come from the goal prepare");
    }

    @Test
    void aTrialThatIsWorseIsRejectedAndTheStudyKeepsTheDataOfItsWinner() throws IOException {
        Experiments experiments = challenger("search");

        assertThat(experiments.trials("search"))
                .extracting(RunRecord::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(experiments.run("search"))
                .returns(Status.FINISHED, RunRecord::status)
                .satisfies(study -> assertThat(study.datasets())
                        .singleElement()
                        .isEqualTo(
                                experiments.trials("search").get(1).datasets().get(0)));
    }

    @Test
    void wrongAnnotationsAreNamed() {
        Experiments experiments = Experiments.in(base).execute(WrongTestCase.class);

        assertThat(experiments.results().values())
                .extracting(TestExecutionResult::getStatus)
                .containsOnly(TestExecutionResult.Status.FAILED);
        assertThat(experiments.failure("namesNoBaseline"))
                .hasMessageContaining("baseline is \"yesterday\": use one of [production, accepted, last]");
        assertThat(experiments.failure("toleratesLessThanNothing"))
                .hasMessageContaining("@NotWorseThan(metric = \"test.rmse\"): the tolerance is -1.0");
        assertThat(experiments.failure("toleratesTwice")).hasMessageContaining("give one or the other");
    }
}
