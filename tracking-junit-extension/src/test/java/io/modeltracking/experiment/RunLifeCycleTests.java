package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** Every way that an experiment can end leaves a run that says so. */
class RunLifeCycleTests {

    @TempDir
    Path base;

    @Retention(RetentionPolicy.RUNTIME)
    @ModelExperiment(name = "Composed", model = "composed-model", seed = 7)
    @interface TunedExperiment {}

    static class BaseTestCase {
        @ModelExperiment
        void inherited(Run run) {
            run.metric("test.rmse", 1);
        }
    }

    static class EndingsTestCase extends BaseTestCase {

        @BeforeEach
        void before(Run run) {
            run.tag("before", "each");
        }

        @AfterEach
        void after(Run run) {
            run.metric("after", 1);
        }

        @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency")
        void finishes(Run run) {
            run.param("max_depth", 5).metric("test.rmse", 0.5);
        }

        @ModelExperiment
        void fails() {
            fail("worse than the mean");
        }

        @ModelExperiment
        void breaks() {
            throw new IllegalStateException("no data");
        }

        @ModelExperiment
        void assumes() {
            assumeTrue(false, "no GPU");
        }

        @ModelExperiment
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void takesTooLong() throws InterruptedException {
            Thread.sleep(10_000);
        }

        @ModelExperiment
        void isInterrupted() throws InterruptedException {
            Thread.currentThread().interrupt();
            Thread.sleep(10);
        }

        @ModelExperiment
        void leavesItsThreadInterrupted(Run run) {
            Thread.currentThread().interrupt();
            run.artifact("note.txt", "written by an interrupted thread".getBytes());
        }

        @ModelExperiment
        @Disabled("waits for data")
        void disabled() {}

        @TunedExperiment
        void composed() {}

        @Nested
        class Inner {
            @ModelExperiment
            void nested(Run run) {
                run.metric("test.rmse", 2);
            }
        }
    }

    @Test
    void eachEndingHasItsStatus() {
        Experiments experiments = Experiments.in(base).execute(EndingsTestCase.class);

        assertThat(experiments.runs()).hasSize(11);
        assertThat(experiments.run("finishes").status()).isEqualTo(Status.FINISHED);
        assertThat(experiments.run("fails"))
                .returns(Status.FAILED, RunRecord::status)
                .returns("worse than the mean", RunRecord::reason);
        assertThat(experiments.run("breaks"))
                .returns(Status.BROKEN, RunRecord::status)
                .returns("IllegalStateException: no data", RunRecord::reason);
        assertThat(experiments.run("assumes").status()).isEqualTo(Status.ABORTED);
        assertThat(experiments.run("takesTooLong"))
                .returns(Status.BROKEN, RunRecord::status)
                .satisfies(run -> assertThat(run.reason()).contains("timed out after 50 milliseconds"));
        assertThat(experiments.run("isInterrupted").status()).isEqualTo(Status.INTERRUPTED);
        assertThat(experiments.run("disabled"))
                .returns(Status.SKIPPED, RunRecord::status)
                .returns("waits for data", RunRecord::reason);
    }

    @Test
    void aFailureKeepsItsStackAndJUnitsVerdictIsTheUsers() {
        Experiments experiments = Experiments.in(base).execute(EndingsTestCase.class);

        assertThat(experiments.run("breaks").failure().type()).isEqualTo(IllegalStateException.class.getName());
        assertThat(experiments.run("breaks").failure().stack()).contains("EndingsTestCase.breaks");
        assertThat(experiments.failure("breaks"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no data");
    }

    @Test
    void whatEachCallbackLogsIsInTheRun() {
        Experiments experiments = Experiments.in(base).execute(EndingsTestCase.class);

        assertThat(experiments.runs().stream()
                        .filter(run -> run.status() != Status.SKIPPED)
                        .toList())
                .allSatisfy(run -> {
                    assertThat(run.tags()).containsEntry("before", "each");
                    assertThat(run.metric("after")).hasValue(1.0);
                });
    }

    @Test
    void anInterruptedThreadLosesNothing() {
        RunRecord run = Experiments.in(base).execute(EndingsTestCase.class).run("leavesItsThreadInterrupted");

        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.artifacts()).extracting(artifact -> artifact.name()).contains("note.txt");
    }

    @Test
    void namesComeFromTheAnnotationElseFromTheCode() {
        Experiments experiments = Experiments.in(base).execute(EndingsTestCase.class);

        assertThat(experiments.run("finishes").started())
                .returns("Motor_2026_Frequency", started -> started.experiment())
                .returns("motor-frequency", started -> started.model());
        assertThat(experiments.run("composed").started())
                .returns("Composed", started -> started.experiment())
                .returns("composed-model", started -> started.model());
        assertThat(experiments.run("nested").experiment()).isEqualTo("RunLifeCycleTests.EndingsTestCase.Inner.nested");
        assertThat(experiments.run("inherited").started())
                .returns("RunLifeCycleTests.EndingsTestCase.inherited", started -> started.experiment())
                .returns(EndingsTestCase.class.getName(), started -> started.testClass());
    }

    static class BrokenClassTestCase {
        @BeforeAll
        static void load() {
            throw new IllegalStateException("portfolio not found");
        }

        @ModelExperiment
        void first() {}

        @ModelExperiment
        void second() {}
    }

    @Disabled("until next year")
    static class DisabledClassTestCase {
        @ModelExperiment
        void never() {}
    }

    static class BrokenConstructorTestCase {
        BrokenConstructorTestCase() {
            throw new IllegalStateException("cannot construct");
        }

        @ModelExperiment
        void never() {}
    }

    static class BrokenBeforeEachTestCase {
        @BeforeEach
        void before() {
            throw new IllegalStateException("before each");
        }

        @ModelExperiment
        void never() {}
    }

    static class BrokenAfterEachTestCase {
        @AfterEach
        void after() {
            throw new IllegalStateException("after each");
        }

        @ModelExperiment
        void fine(Run run) {
            run.metric("test.rmse", 1);
        }
    }

    @Test
    void aClassThatFailsLeavesARunOfEachExperiment() {
        List<RunRecord> runs =
                Experiments.in(base).execute(BrokenClassTestCase.class).runs();

        assertThat(runs).extracting(run -> run.started().method()).containsExactlyInAnyOrder("first", "second");
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.status()).isEqualTo(Status.BROKEN);
            assertThat(run.reason()).isEqualTo("IllegalStateException: portfolio not found");
            assertThat(run.failure().stack()).contains("BrokenClassTestCase.load");
        });
    }

    @Test
    void aDisabledClassLeavesSkippedRuns() {
        assertThat(Experiments.in(base).execute(DisabledClassTestCase.class).onlyRun())
                .returns(Status.SKIPPED, RunRecord::status)
                .returns("until next year", RunRecord::reason);
    }

    @Test
    void aConstructorThatFailsLeavesABrokenRun() {
        assertThat(Experiments.in(base).execute(BrokenConstructorTestCase.class).onlyRun())
                .returns(Status.BROKEN, RunRecord::status)
                .returns("IllegalStateException: cannot construct", RunRecord::reason);
    }

    @Test
    void failuresBeforeAndAfterTheMethodAreRecorded() {
        Experiments experiments =
                Experiments.in(base).execute(BrokenBeforeEachTestCase.class, BrokenAfterEachTestCase.class);

        assertThat(experiments.run("never"))
                .returns(Status.BROKEN, RunRecord::status)
                .returns("IllegalStateException: before each", RunRecord::reason);
        assertThat(experiments.run("fine"))
                .returns(Status.BROKEN, RunRecord::status)
                .returns("IllegalStateException: after each", RunRecord::reason);
        assertThat(experiments.run("fine").metric("test.rmse")).hasValue(1.0);
    }

    @Test
    void anExperimentIsAnOrdinaryTestToJUnit() {
        Experiments experiments = Experiments.in(base).execute(EndingsTestCase.class);

        assertThat(experiments.result("finishes").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(experiments.result("assumes").getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(experiments.result("fails").getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
    }
}
