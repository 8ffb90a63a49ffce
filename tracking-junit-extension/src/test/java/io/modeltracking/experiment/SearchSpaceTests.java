package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.DoubleValues;
import io.modeltracking.Enqueue;
import io.modeltracking.ExpectRejected;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import io.modeltracking.StringValues;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The search space is what the method's parameters declare; what is wrong with it is told before the first trial. */
class SearchSpaceTests {

    @TempDir
    Path base;

    enum Growth {
        DEPTHWISE,
        LOSSGUIDE
    }

    record Everything(
            @IntValues({3, 5}) int maxDepth,
            @IntRange(min = 2, max = 6, step = 2) long rounds,
            @DoubleRange(min = 0.5, max = 1, step = 0.5) float subsample,
            @StringValues({"hist", "exact"}) String treeMethod,
            boolean useGPU,
            Growth growth) {}

    sealed interface Model permits Linear, Tree, Dummy {}

    record Linear(@DoubleValues({0.1, 1}) double alpha) implements Model {}

    record Tree(@IntValues({2, 4, 6}) int depth, Inner inner) implements Model {}

    record Dummy() implements Model {}

    record Inner(@DoubleValues({0.5}) double eta) {}

    static class SpacesTestCase {

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void everything(Everything params, Run run) {
            run.metric("loss", params.maxDepth() + params.rounds() + params.subsample());
            run.tag("seen", params.toString());
        }

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void conditional(Model model, Run run) {
            run.metric("loss", model instanceof Tree tree ? tree.depth() : 10).tag("seen", model.toString());
        }

        @ModelExperiment
        @Enqueue({"x=0.25", "deep=true"})
        @Enqueue({"deep=false", "x=-1"})
        @RandomSearch(trials = 5, objective = "loss", direction = Direction.MINIMIZE)
        void enqueued(@DoubleRange(min = -1, max = 1) double x, boolean deep, Run run) {
            run.metric("loss", x);
        }

        @ModelExperiment
        @Enqueue("depth=1")
        @RandomSearch(trials = 9, objective = "loss", direction = Direction.MINIMIZE)
        void enqueuedInAFiniteSpace(@IntRange(min = 0, max = 3) int depth, Run run) {
            run.metric("loss", depth);
        }
    }

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
    void everyTypeIsSearchedAndRecordedInSnakeCase() {
        Experiments experiments = Experiments.in(base).execute(SpacesTestCase.class);

        List<RunRecord> trials = experiments.trials("everything");
        assertThat(trials).hasSize(2 * 3 * 2 * 2 * 2 * 2);
        assertThat(trials.get(0).params().keySet())
                .containsExactly("max_depth", "rounds", "subsample", "tree_method", "use_gpu", "growth");
        assertThat(trials.get(1).tags())
                .containsEntry(
                        "seen",
                        "Everything[maxDepth=3, rounds=2, subsample=0.5, treeMethod=hist, useGPU=false,"
                                + " growth=LOSSGUIDE]");
    }

    @Test
    void aSealedInterfaceOfRecordsIsAConditionalSpace() {
        Experiments experiments = Experiments.in(base).execute(SpacesTestCase.class);

        assertThat(experiments.trials("conditional"))
                .extracting(trial -> trial.tags().get("seen"))
                .containsExactly(
                        "Linear[alpha=0.1]",
                        "Linear[alpha=1.0]",
                        "Tree[depth=2, inner=Inner[eta=0.5]]",
                        "Tree[depth=4, inner=Inner[eta=0.5]]",
                        "Tree[depth=6, inner=Inner[eta=0.5]]",
                        "Dummy[]");
        assertThat(experiments.trials("conditional").get(3).params().keySet()).containsExactly("model", "depth", "eta");
    }

    @Test
    void pointsWrittenByHandComeFirstAndAreNotRepeated() {
        Experiments experiments = Experiments.in(base).execute(SpacesTestCase.class);

        List<RunRecord> trials = experiments.trials("enqueued");
        assertThat(trials).hasSize(5);
        assertThat(trials.get(0).metric("loss")).hasValue(0.25);
        assertThat(trials.get(1).metric("loss")).hasValue(-1.0);
        assertThat(trials)
                .extracting(trial -> trial.search().trial().sampler())
                .containsExactly("enqueue", "enqueue", "random/1", "random/1", "random/1");
        assertThat(experiments.trials("enqueuedInAFiniteSpace"))
                .extracting(trial -> trial.metric("loss").orElseThrow())
                .startsWith(1.0)
                .containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void theCommandLinePinsAndNarrows() {
        Experiments experiments = Experiments.in(base)
                .with("tracking.param.max_depth", "4")
                .with("tracking.param.tree_method", "approx")
                .with("tracking.param.model", "tree")
                .with("tracking.trials", "5")
                .execute(SpacesTestCase.class);

        assertThat(experiments.trials("everything")).hasSize(5).allSatisfy(trial -> {
            assertThat(trial.params().get("max_depth").value().text()).isEqualTo("4");
            assertThat(trial.params().get("max_depth").origin()).isEqualTo(Origin.COMMAND_LINE);
            assertThat(trial.params().get("tree_method").value().text()).isEqualTo("approx");
            assertThat(trial.params().get("rounds").origin()).isEqualTo(Origin.SEARCH);
        });
        assertThat(experiments.run("everything").warnings())
                .extracting(warning -> warning.message())
                .containsExactly("tracking.trials = 5 instead of 24 trials");
        assertThat(experiments.trials("conditional")).hasSize(3);
    }

    @Test
    void aPinThatIsNoValueIsRefused() {
        Experiments experiments = Experiments.in(base)
                .with("tracking.param.max_depth", "deep")
                .with("tracking.param.model", "forest")
                .execute(SpacesTestCase.class);

        assertThat(experiments.studyFailure("everything"))
                .hasMessageContaining(
                        "component maxDepth of Everything: tracking.param.max_depth: \"deep\" is no whole");
        assertThat(experiments.studyFailure("conditional"))
                .hasMessageContaining("tracking.param.model is \"forest\": it is one of [linear, tree, dummy]");
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
                Map.entry("enqueuedByAnotherName", "@Enqueue({\"depht=1\"}): depth has no value"),
                Map.entry("concurrent", "@BayesianSearch under @Execution(CONCURRENT)"));
        faults.forEach((method, fault) -> {
            assertThat(experiments.studyFailure(method)).as(method).hasMessageContaining(fault);
            assertThat(experiments.trials(method)).as(method).isEmpty();
            assertThat(experiments.run(method).status()).as(method).isEqualTo(Status.BROKEN);
        });
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
