package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.DoubleValues;
import io.modeltracking.Enqueue;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import io.modeltracking.StringValues;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunRecord;
import io.modeltracking.search.IntDimension;
import io.modeltracking.search.Space;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search space is what the method's parameters declare. */
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
    void whatIsPinnedAndIsNoParamIsTold() {
        Space space = Space.of(new IntDimension("max_depth", 1, 9, 1, false));

        assertThat(Pins.unknown(
                        List.of(
                                "tracking.param.max_depht",
                                "tracking.param.max_depth",
                                "tracking.param.maxDepth",
                                "tracking.seed",
                                "user.home"),
                        space))
                .containsExactly("max_depht");
    }
}
