package it;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Trial;

class SearchIT {

    record Curve(
            @DoubleRange(min = 0.001, max = 1, log = true) double rate, @IntRange(min = 2, max = 12) int depth) {}

    @ModelExperiment(name = "Motor_2026_Search", seed = 42)
    @BayesianSearch(trials = 9, startup = 3, objective = "validation.loss", direction = Direction.MINIMIZE)
    @RequireMetric(name = "validation.size", max = 10)
    void search(Curve params, Run run, Trial trial, Seeds seeds) {
        if (trial.number() == Integer.getInteger("killed.in.trial", -1)) {
            Runtime.getRuntime().halt(137);
        }
        run.metric("validation.size", params.depth());
        run.metric(
                "validation.loss",
                Math.abs(params.depth() - 6) + Math.abs(params.rate() - 0.1) + seeds.generator("noise").nextDouble() / 100);
    }
}
