package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.Enqueue;
import io.modeltracking.ExpectRejected;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import io.modeltracking.StringValues;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is wrong with a search space is told before the first trial, by the name of the component. */
class BadSearchSpaceTests {

    @TempDir
    Path base;

    record Swapped(@IntRange(min = 5, max = 3) int maxDepth) {}

    record Silent(int maxDepth) {}

    record Mixed(@IntRange(min = 1, max = 3) double maxDepth) {}

    record Wide(@IntValues(3_000_000_000L) int maxDepth) {}

    record Twice(
            @IntRange(min = 1, max = 3) int depth,
            @IntValues(3) int DEPTH) {}

    record Logged(@DoubleRange(min = 0, max = 1, log = true) double eta) {}

    record Stepped(
            @DoubleRange(min = 0, max = 1, step = 0.3) double eta) {}

    record Unlisted(@StringValues({}) String method) {}

    record Picky(@IntRange(min = 1, max = 2) int depth) {
        Picky {
            if (depth == 2) {
                throw new IllegalArgumentException("depth 2 is odd");
            }
        }
    }

    static class BadTestCase {

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void swapped(Swapped params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void silent(Silent params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void mixed(Mixed params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void wide(Wide params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void twice(Twice params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void logged(Logged params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void stepped(Stepped params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void unlisted(Unlisted params) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void nothing(Run run) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void picky(Picky params, Run run) {
            run.metric("loss", 1);
        }

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void continuous(@DoubleRange(min = 0, max = 1) double eta) {}

        @ModelExperiment
        @GridSearch(objective = "  ", direction = Direction.MINIMIZE)
        void aimless(boolean deep) {}

        @ModelExperiment
        @RandomSearch(trials = 0, objective = "loss", direction = Direction.MINIMIZE)
        void noTrials(boolean deep) {}

        @ModelExperiment
        @RandomSearch(trials = 1, objective = "loss", direction = Direction.MINIMIZE, timeout = "soon")
        void soon(boolean deep) {}

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        @RandomSearch(trials = 1, objective = "loss", direction = Direction.MINIMIZE)
        void both(boolean deep) {}

        @ModelExperiment
        @ExpectRejected
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void expectsRejection(boolean deep) {}

        @ModelExperiment
        @Enqueue("depth=8")
        @RandomSearch(trials = 1, objective = "loss", direction = Direction.MINIMIZE)
        void enqueuedOutside(@IntRange(min = 0, max = 3) int depth) {}

        @ModelExperiment
        @Enqueue("depht=1")
        @RandomSearch(trials = 1, objective = "loss", direction = Direction.MINIMIZE)
        void enqueuedByAnotherName(@IntRange(min = 0, max = 3) int depth) {}

        @ModelExperiment
        @Execution(ExecutionMode.CONCURRENT)
        @BayesianSearch(trials = 1, objective = "loss", direction = Direction.MINIMIZE)
        void concurrent(boolean deep) {}
    }

    @Test
    void badSpacesAreRefusedByNameBeforeTheFirstTrial() {
        Experiments experiments = Experiments.in(base).execute(BadTestCase.class);

        Map<String, String> faults = Map.ofEntries(
                Map.entry(
                        "swapped", "component maxDepth of Swapped: Parameter 'max_depth': min 5 is greater than max 3"),
                Map.entry("silent", "component maxDepth of Silent: nothing says which values it takes"),
                Map.entry("mixed", "component maxDepth of Mixed: @IntRange stands on a double: it is for Integer, "),
                Map.entry("wide", "component maxDepth of Wide: the value 3000000000 does not go into int"),
                Map.entry("twice", "Parameter 'depth' stands twice in the search space"),
                Map.entry("logged", "component eta of Logged: Parameter 'eta': a logarithmic scale needs min > 0"),
                Map.entry("stepped", "component eta of Stepped: Parameter 'eta': step 0.3 does not divide"),
                Map.entry("unlisted", "component method of Unlisted: Parameter 'method': the list of choices is empty"),
                Map.entry("nothing", "there is nothing to search"),
                Map.entry("continuous", "Parameter 'eta' is a continuous range, which a grid cannot list"),
                Map.entry("aimless", "@GridSearch(objective = \"  \"): metric name \"  \" is blank"),
                Map.entry("noTrials", "@RandomSearch(trials = 0)"),
                Map.entry("soon", "@RandomSearch(timeout = \"soon\"): write it as 90s, 30m or 1h30m"),
                Map.entry("both", "@GridSearch and @RandomSearch stand on the same method"),
                Map.entry("expectsRejection", "@ExpectRejected stands beside @GridSearch"),
                Map.entry("enqueuedOutside", "@Enqueue({\"depth=8\"}): {depth=8} does not lie in the space"),
                Map.entry(
                        "enqueuedByAnotherName",
                        "@Enqueue({\"depht=1\"}): depht is no param of the space, which has [depth]"),
                Map.entry("concurrent", "@BayesianSearch under @Execution(CONCURRENT)"));
        faults.forEach((method, fault) -> {
            assertThat(experiments.studyFailure(method)).as(method).hasMessageContaining(fault);
            assertThat(experiments.trials(method)).as(method).isEmpty();
            assertThat(experiments.run(method).status()).as(method).isEqualTo(Status.BROKEN);
        });
    }

    static class AloneTestCase {

        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        void grid(@IntValues({1, 2}) int depth) {}

        @RandomSearch(trials = 2, objective = "validation.loss", direction = Direction.MINIMIZE)
        void random(@IntValues({1, 2}) int depth) {}

        @BayesianSearch(trials = 2, objective = "validation.loss", direction = Direction.MINIMIZE)
        void bayesian(@IntValues({1, 2}) int depth) {}
    }

    @Test
    void aSearchWithoutAnExperimentIsAnError() {
        Experiments experiments = Experiments.in(base).execute(AloneTestCase.class);

        Map.of("grid", "@GridSearch", "random", "@RandomSearch", "bayesian", "@BayesianSearch")
                .forEach((method, search) -> assertThat(experiments.studyFailure(method))
                        .hasMessage(search + " on " + AloneTestCase.class.getName() + "#" + method
                                + ": it searches for the best run of an experiment, and there is none:"
                                + " put @ModelExperiment beside it"));
    }

    /** The message once, and where: whoever reads it in a build's log has nothing else to look at. */
    @Test
    void theErrorPointsAtTheMethodAndSaysItsMessageOnce() {
        Throwable failure = Experiments.in(base).execute(BadTestCase.class).studyFailure("noTrials");

        assertThat(failure).hasNoCause();
        assertThat(failure.getStackTrace())
                .singleElement()
                .returns(BadTestCase.class.getName(), StackTraceElement::getClassName)
                .returns("noTrials", StackTraceElement::getMethodName);
    }

    @Test
    void aRecordThatRefusesItsParamsFailsTheTrial() {
        Experiments experiments = Experiments.in(base).execute(BadTestCase.class);

        assertThat(experiments.trials("picky"))
                .extracting(RunRecord::reason)
                .last()
                .satisfies(reason -> assertThat(reason).contains("Picky refuses the trial's params", "depth 2 is odd"));
    }
}
