package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets an error that names the input, the rule and the way out, and leaves what was stored intact. */
class BadInputTests {

    @TempDir
    static Path shared;

    static Experiments wrongCalls;

    @TempDir
    Path base;

    @BeforeAll
    static void executeThem() {
        wrongCalls = Experiments.in(shared.resolve("calls")).execute(WrongCallsTestCase.class);
    }

    static class WrongCallsTestCase {

        static final AtomicReference<Run> LEAKED = new AtomicReference<>();

        @ModelExperiment
        void paramTwice(Run run) {
            run.param("max_depth", 5).param("max_depth", 5).param("max_depth", 6);
        }

        @ModelExperiment
        void paramOfAnotherType(Run run) {
            run.param("rate", 1).param("rate", 1.0);
        }

        @ModelExperiment
        void paramOfUnknownType(Run run) {
            run.param("model", new Object());
        }

        @ModelExperiment
        void paramNull(Run run) {
            run.param("model", null);
        }

        @ModelExperiment
        void pathLikeName(Run run) {
            run.metric("../../loss", 1);
        }

        @ModelExperiment
        void emptyName(Run run) {
            run.param("", 1);
        }

        @ModelExperiment
        void longName(Run run) {
            run.tag("t".repeat(300), "x");
        }

        @ModelExperiment
        void artifactLeavesItsFolder(Run run) {
            run.artifact("../escape.txt", new byte[1]);
        }

        @ModelExperiment
        void artifactDoesNotExist(Run run) {
            run.artifact("lift.png", Path.of("no/such/lift.png"));
        }

        @ModelExperiment
        void artifactTwice(Run run) {
            run.artifact("a.txt", new byte[] {1}).artifact("a.txt", new byte[] {1});
            run.artifact("a.txt", new byte[] {2});
        }

        @ModelExperiment
        void artifactWriterThrows(Run run) {
            run.artifact("a.txt", out -> {
                out.write(1);
                throw new IllegalStateException("writer");
            });
        }

        @ModelExperiment
        void modelOfUnknownType(Run run) {
            run.model("forest", Map.of());
        }

        @ModelExperiment
        void nonFiniteThreshold(Run run) {
            run.require().metric("loss").isAtMost(Double.POSITIVE_INFINITY);
        }

        @ModelExperiment
        void reversedBounds(Run run) {
            run.require().metric("loss").isBetween(2, 1);
        }

        @ModelExperiment
        void unknownSelector(Run run) {
            run.require().metric("loss@median").isAtMost(1);
        }

        @ModelExperiment
        void leaks(Run run) {
            LEAKED.set(run);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "paramTwice; Param \"max_depth\" was logged before as 5 (integer), and now as 6 (integer)",
                "paramOfAnotherType; Param \"rate\" was logged before as 1 (integer), and now as 1.0 (real)",
                "paramOfUnknownType; Param \"model\": A param value must be a number",
                "paramNull; but was null",
                "pathLikeName; metric name \"../../loss\" looks like a path out of its folder",
                "emptyName; param name \"\" is blank",
                "longName; has 300 characters",
                "artifactLeavesItsFolder; artifact name \"../escape.txt\" looks like a path out of its folder",
                "artifactDoesNotExist; which does not exist: write it before you log it",
                "artifactTwice; Artifact \"a.txt\" was logged before with other content",
                "artifactWriterThrows; writer",
                "modelOfUnknownType; known are XGBoost4J's Booster, a file (Path) and bytes (byte[])",
                "nonFiniteThreshold; max is Infinity: a bound is a finite number",
                "reversedBounds; min 2.0 is larger than max 1.0",
                "unknownSelector; use @last, @first, @min or @max",
            })
    void wrongCallsAreNamedAndTheRunStaysWhole(String method, String message) {
        assertThat(wrongCalls.failure(method)).hasMessageContaining(message);
        RunRecord run = wrongCalls.run(method);
        assertThat(run.status()).isEqualTo(Status.BROKEN);
        assertThat(run.problems()).isEmpty();
        assertThat(wrongCalls.root().run(run.id()).resolve("artifacts/a.txt"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).hasBinaryContent(new byte[] {1}));
    }

    @Test
    void aClosedRunTakesNothing() {
        Run run = WrongCallsTestCase.LEAKED.get();

        for (Runnable late : new Runnable[] {
            () -> run.metric("late", 1),
            () -> run.param("late", 1),
            () -> run.tag("late", "x"),
            () -> run.note("late"),
            () -> run.artifact("late.txt", new byte[1]),
            () -> run.child("late"),
            () -> run.require().metric("late").isAtMost(1)
        }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(late::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has closed: log before the test and its @AfterEach methods end");
        }
        assertThat(wrongCalls.run("leaks").metrics()).isEmpty();
    }

    static class InjectedTooEarlyTestCase {
        @BeforeAll
        static void before(Run run) {
            run.metric("early", 1);
        }

        @ModelExperiment
        void never() {}
    }

    static class FineTestCase {
        @ModelExperiment
        void fine(Run run) {
            run.metric("loss", 1);
        }
    }

    @Test
    void thereIsNoRunBeforeAll() {
        Experiments experiments = Experiments.in(base).execute(InjectedTooEarlyTestCase.class);

        assertThat(experiments.onlyRun().status()).isEqualTo(Status.BROKEN);
        assertThat(experiments.onlyRun().reason()).contains("Run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tracking.seed; forty-two; tracking.seed is \"forty-two\": it is a whole number of 64 bits",
                "tracking.untracked; maybe; tracking.untracked is \"maybe\": it is ignore, warn or fail",
                "tracking.experimentPattern; (; tracking.experimentPattern is no regular expression",
                "tracking.experimentPattern; Motor_.*; does not match tracking.experimentPattern \"Motor_.*\"",
            })
    void wrongPropertiesAreNamed(String property, String value, String message) {
        Experiments experiments = Experiments.in(base).with(property, value).execute(FineTestCase.class);

        assertThat(experiments.failure("fine")).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run folder", "tracking folder"})
    void aFolderThatCannotBeWrittenIsNamed(String which) throws Exception {
        // A file where a folder must be: unwritable for root too.
        if (which.equals("tracking folder")) {
            Files.writeString(base.resolve(".tracking"), "a file");
        } else {
            Files.createDirectories(base.resolve(".tracking"));
            Files.writeString(base.resolve(".tracking/runs"), "a file");
        }

        Experiments experiments = Experiments.in(base).execute(FineTestCase.class);

        assertThat(experiments.failure("fine"))
                .hasMessageContaining("Cannot write")
                .hasMessageContaining("set tracking.root to a folder that is");
    }
}
