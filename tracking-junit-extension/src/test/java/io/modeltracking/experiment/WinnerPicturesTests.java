package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Chart;
import io.modeltracking.Direction;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RepeatedSeeds;
import io.modeltracking.RequireArtifact;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.chart.PictureResult.Picture;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The charts of a study's winner are drawn when it is chosen; other trials keep the data of theirs alone. */
class WinnerPicturesTests {

    @TempDir
    static Path base;

    private static Experiments experiments;

    @BeforeAll
    static void execute() {
        experiments = Experiments.in(base).execute(DrawingTestCase.class);
    }

    static class DrawingTestCase {

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RequireArtifact({"lift.png", "validation/lift.png"})
        void studies(@IntValues({1, 2, 3}) int depth, Run run) {
            draw(run.metric("validation.loss", Math.abs(depth - 2)), depth);
        }

        @ModelExperiment
        @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
        @RepeatedSeeds({7, 8})
        @RequireArtifact({"lift.png", "validation/lift.png"})
        void studiesMeans(@IntValues({1, 2}) int depth, Run run, Seeds seeds) {
            draw(run.metric("validation.loss", depth), depth + seeds.root());
        }

        @ModelExperiment
        @RepeatedSeeds({7, 8})
        @RequireArtifact("validation/lift.png")
        void repeats(Run run, Seeds seeds) {
            draw(run, seeds.root());
        }

        private static void draw(Run run, double height) {
            run.chart("validation/lift", Chart.bars("Lift", new String[] {"top"}, new double[] {height}));
        }
    }

    private static Stream<String> names(RunRecord run) {
        return run.artifacts().stream().map(Artifact::name);
    }

    private static byte[] content(RunRecord run, String artifact) throws IOException {
        return Files.readAllBytes(base.resolve(".tracking/runs")
                .resolve(run.id())
                .resolve("artifacts")
                .resolve(artifact));
    }

    @Test
    void trialsKeepTheDataOfTheirChartsAndDrawNothing() {
        assertThat(experiments.trials("studies"))
                .hasSize(3)
                .allSatisfy(trial -> assertThat(names(trial))
                        .contains("validation/lift.json", "validation/lift.csv")
                        .noneMatch(name -> name.endsWith(".png")));
    }

    @Test
    void theStudyHasTheWinnersChartsWithTheirPictures() throws IOException {
        RunRecord study = experiments.run("studies");
        RunRecord winner = experiments.trials("studies").get(1);

        assertThat(study.status()).isEqualTo(Status.FINISHED);
        assertThat(content(study, "validation/lift.json")).isEqualTo(content(winner, "validation/lift.json"));
        assertThat(names(study)).contains("validation/lift.csv");
        Picture drawn = (Picture) io.modeltracking.chart.Chart.read(content(winner, "validation/lift.json"))
                .png();
        assertThat(content(study, "validation/lift.png")).isEqualTo(drawn.png());
    }

    @Test
    void ofAWinnerWithPartsEachPartIsDrawn() {
        assertThat(experiments.run("studiesMeans").status()).isEqualTo(Status.FINISHED);
        assertThat(names(experiments.run("studiesMeans")))
                .contains("seed 7/validation/lift.png", "seed 8/validation/lift.png");
        assertThat(experiments.runs())
                .filteredOn(run -> run.started().method().equals("studiesMeans"))
                .filteredOn(run -> run.started().parent() != null)
                .hasSize(6)
                .allSatisfy(run -> assertThat(names(run)).noneMatch(name -> name.endsWith(".png")));
    }

    @Test
    void withoutAStudyEachRunDrawsItsOwn() {
        assertThat(experiments.run("repeats").status()).isEqualTo(Status.FINISHED);
        assertThat(experiments.runs())
                .filteredOn(run -> run.started().method().equals("repeats"))
                .filteredOn(run -> run.started().parent() != null)
                .hasSize(2)
                .allSatisfy(run -> assertThat(names(run)).contains("validation/lift.png"));
    }
}
