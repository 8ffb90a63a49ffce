package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.Enqueue;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.StudyHistory.PastPoint;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study may begin with the best points that earlier ones of its model have found. */
class WarmStartTests {

    @TempDir
    Path base;

    record Curve(
            @DoubleRange(min = -5, max = 5) double x,
            @IntRange(min = 1, max = 64) int width) {}

    static class LastYearTestCase {

        @ModelExperiment(name = "Motor_2025", model = "motor")
        @RandomSearch(trials = 6, objective = "loss", direction = Direction.MINIMIZE)
        void search(Curve params, Run run) {
            run.metric("loss", Math.abs(params.x()));
        }
    }

    static class ThisYearTestCase {

        @ModelExperiment(name = "Motor_2026", model = "motor")
        @BayesianSearch(trials = 8, startup = 3, warmStart = 2, objective = "loss", direction = Direction.MINIMIZE)
        @Enqueue({"x=1", "width=8"})
        void search(Curve params, Run run) {
            run.metric("loss", Math.abs(params.x()));
        }
    }

    private Experiments thisYear(List<PastPoint> best) {
        return Experiments.in(base.resolve("now"))
                .with("tracking.build", Interrupted.build(base, List.of(), best).toString())
                .execute(ThisYearTestCase.class);
    }

    @Test
    void theBestPointsComeAfterThoseWrittenByHandAndNameTheirRun() {
        List<RunRecord> earlier = Experiments.in(base.resolve("before"))
                .execute(LastYearTestCase.class)
                .trials("search");
        List<RunRecord> best = earlier.stream()
                .sorted(Comparator.comparing(trial -> trial.metric("loss").orElseThrow()))
                .toList();

        List<RunRecord> trials =
                thisYear(earlier.stream().map(Interrupted::point).toList()).trials("search");

        assertThat(trials)
                .extracting(trial -> trial.search().trial().sampler())
                .startsWith("enqueue", "warm-start", "warm-start", "tpe/optuna-5.0")
                .hasSize(8);
        assertThat(trials.get(1).params()).isEqualTo(best.get(0).params());
        assertThat(trials.get(2).params()).isEqualTo(best.get(1).params());
        assertThat(trials.get(1).tags())
                .containsEntry("search.warm_start", best.get(0).id());
    }

    @Test
    void whatDoesNotLieInTheSpaceOrIsOfAnotherObjectiveIsPassedOver() {
        Map<String, ParamValue> outside = Map.of("x", ParamValue.of(7.0), "width", ParamValue.of(3));
        Map<String, ParamValue> another = Map.of("x", ParamValue.of(0), "width", ParamValue.of(3));
        Map<String, ParamValue> inside = Map.of("x", ParamValue.of(0.5), "width", ParamValue.of(3));
        String run = "a".repeat(32);

        Experiments experiments = thisYear(List.of(
                new PastPoint(run, "motor", "loss", "MINIMIZE", 0.1, outside),
                new PastPoint(run, "motor", "loss", "MINIMIZE", 0.1, another),
                new PastPoint(run, "home", "loss", "MINIMIZE", 0.1, inside),
                new PastPoint(run, "motor", "gain", "MINIMIZE", 0.1, inside),
                new PastPoint(run, "motor", "loss", "MAXIMIZE", 0.1, inside)));

        assertThat(experiments.trials("search"))
                .extracting(trial -> trial.search().trial().sampler())
                .doesNotContain("warm-start");
        assertThat(experiments.run("search").warnings())
                .anySatisfy(warning -> assertThat(warning.message())
                        .startsWith("warmStart: no earlier study of the model \"motor\" has an accepted trial"));
    }
}
