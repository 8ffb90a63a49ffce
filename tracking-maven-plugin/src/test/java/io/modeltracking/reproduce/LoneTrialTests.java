package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Winner;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the copy is told of a study's trial, and which of the new runs it is compared with. */
class LoneTrialTests {

    private static final String STUDY = RunFixture.id(1);

    @TempDir
    private Path base;

    private TrackingRoot root;

    @BeforeEach
    void study() {
        root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        RunFixture.run(root, 1)
                .event(new Winner(1, RunFixture.id(3), 0.5, "smallest"))
                .metric("holdout.rmse", 2)
                .finished();
    }

    private RunFixture trial(TrackingRoot history, int run, int number) {
        return RunFixture.run(history, run)
                .parent(STUDY)
                .trial(number)
                .event(new Param("max_depth", ParamValue.of(number), Origin.SEARCH))
                .event(new Param("xgboost.eta", ParamValue.of(0.1), Origin.AUTOLOG))
                .event(new Seed("seed/v1", 42, List.of("Study", "trial", "1", "noise"), 7));
    }

    private Map<String, String> properties(RunRecord run) {
        return CopyProperties.of(Original.read(root, run.id()), base);
    }

    @Test
    void aTrialIsMadeAloneWithItsNumberParamsAndRootSeed() {
        assertThat(properties(trial(root, 2, 0).finished()))
                .containsEntry("tracking.reproduce.trial", "0")
                .containsEntry("tracking.reproduce.param.max_depth", "0")
                .containsEntry("tracking.seed", "42")
                .doesNotContainKeys(
                        "tracking.reproduce.won", "tracking.reproduce.part", "tracking.reproduce.param.xgboost.eta");
    }

    @Test
    void theWinnerIsToldSo() {
        assertThat(properties(trial(root, 3, 1).finished())).containsEntry("tracking.reproduce.won", "true");
    }

    @Test
    void aPrunedTrialNeedsTheOthers() {
        assertThat(properties(trial(root, 2, 0).ended(Status.PRUNED, null)))
                .doesNotContainKey("tracking.reproduce.trial");
    }

    @Test
    void aStudyIsMadeAgainWhole() {
        assertThat(properties(Original.read(root, STUDY).run())).doesNotContainKey("tracking.reproduce.trial");
    }

    @Test
    void aNameThatNoSearchGivesReachesNoCommandLine() {
        RunRecord hostile = trial(root, 2, 0)
                .event(new Param("x -Dexec.executable", ParamValue.of(1), Origin.SEARCH))
                .finished();

        assertThat(properties(hostile).keySet()).noneMatch(name -> name.contains("reproduce.param"));
    }

    @Test
    void theNewTrialIsFoundAndTheTableSaysHowItWasMade() {
        Original original = Original.read(root, trial(root, 2, 0).finished().id());
        TrackingRoot alone = history("alone");
        trial(alone, 12, 0).finished();
        TrackingRoot whole = history("whole");
        trial(whole, 22, 0).finished();
        trial(whole, 23, 1).finished();

        assertThat(new CopyHistory(original, alone).again().orElseThrow().run().id())
                .isEqualTo(RunFixture.id(12));
        assertThat(new CopyHistory(original, alone).trial()).contains(Finding.ok("trial", "0, alone"));
        assertThat(new CopyHistory(original, whole).again().orElseThrow().run().id())
                .isEqualTo(RunFixture.id(22));
        assertThat(new CopyHistory(original, whole).trial())
                .contains(Finding.different(
                        "trial", "0, with all 2 of the study: the extension of that commit makes no single trial"));
    }

    @Test
    void aNestedRunIsToldFromTheOneOfTheSameNameInAnotherTrial() {
        Original original = Original.read(
                root,
                RunFixture.run(root, 4)
                        .parent(trial(root, 2, 0).finished().id())
                        .finished()
                        .id());
        TrackingRoot whole = history("whole");
        RunFixture.run(whole, 24).parent(trial(whole, 22, 0).finished().id()).finished();
        RunFixture.run(whole, 25).parent(trial(whole, 23, 1).finished().id()).finished();

        assertThat(new CopyHistory(original, whole).again().orElseThrow().run().id())
                .isEqualTo(RunFixture.id(24));
    }

    @Test
    void whatTheWinnerHeldOutIsComparedToo() {
        Original original = Original.read(root, trial(root, 3, 1).finished().id());
        TrackingRoot alone = history("alone");
        RunFixture.run(alone, 1).metric("holdout.rmse", 3).finished();
        Original again = Original.read(alone, trial(alone, 13, 1).finished().id());

        assertThat(new Comparison(1e-9).of(original, again))
                .containsExactly(new Difference("metric", "holdout.rmse", "2.0", "3.0", false));
    }

    private TrackingRoot history(String name) {
        return new TrackingRoot(base.resolve(name).resolve(TrackingRoot.NAME));
    }
}
