package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run with the params that the command line gives, as {@code mvn tracking:run} asks for. */
class OneRunTests {

    @TempDir
    Path base;

    record Boosting(
            @IntValues({3, 5}) int maxDepth,
            @DoubleRange(min = 0, max = 1) double learningRate) {}

    sealed interface Model permits Linear, Tree {}

    record Linear() implements Model {}

    record Tree(@IntValues({2, 4}) int depth) implements Model {}

    static class BoostingTestCase {

        @ModelExperiment
        @RandomSearch(trials = 9, objective = "loss", direction = Direction.MINIMIZE)
        void boosting(Boosting params, Run run) {
            run.metric("loss", params.maxDepth() * params.learningRate());
        }
    }

    static class ChoiceTestCase {

        @ModelExperiment
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        void choice(Model model, Run run) {
            run.metric("loss", model.hashCode());
        }
    }

    @Test
    void allParamsGivenMakeOneTrialOfThem() {
        Experiments experiments = oneRun().with("tracking.param.maxDepth", "4")
                .with("tracking.param.learning_rate", "0.5")
                .execute(BoostingTestCase.class);
        assertThat(experiments.trials("boosting")).singleElement().satisfies(trial -> {
            assertThat(trial.params().get("max_depth").value().text()).isEqualTo("4");
            assertThat(trial.metric("loss")).hasValue(2.0);
        });
    }

    @Test
    void namesTheParamsThatAreMissing() {
        assertThat(oneRun().with("tracking.param.maxDepth", "4")
                        .execute(BoostingTestCase.class)
                        .studyFailure("boosting"))
                .hasMessageContaining("has none for learning_rate: add -Dtracking.param.learning_rate=…");
    }

    @Test
    void belowAChoiceOnlyWhatItDecides() {
        assertThat(oneRun().execute(ChoiceTestCase.class).studyFailure("choice"))
                .hasMessageContaining("has none for model: add");
        Experiments tree = Experiments.in(base.resolve("tree")).with("tracking.oneRun", "true");
        assertThat(tree.with("tracking.param.model", "tree")
                        .execute(ChoiceTestCase.class)
                        .studyFailure("choice"))
                .hasMessageContaining("has none for depth: add");
        Experiments linear = Experiments.in(base.resolve("linear")).with("tracking.oneRun", "true");
        assertThat(linear.with("tracking.param.model", "linear")
                        .execute(ChoiceTestCase.class)
                        .trials("choice"))
                .hasSize(1);
    }

    @Test
    void twoValuesOfOneParamAreRefused() {
        assertThat(oneRun().with("tracking.param.maxDepth", "4")
                        .with("tracking.param.max_depth", "5")
                        .execute(BoostingTestCase.class)
                        .studyFailure("boosting"))
                .hasMessageContaining("tracking.param.max_depth is \"5\" and tracking.param.maxDepth is \"4\"");
    }

    @Test
    void aParamThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> OneRun.check(
                        null, name -> Optional.of("true"), List.of("tracking.param.maxDepth", "tracking.seed")))
                .hasMessageContaining("it has no param maxDepth: it searches for none");
    }

    private Experiments oneRun() {
        return Experiments.in(base).with("tracking.oneRun", "true");
    }
}
