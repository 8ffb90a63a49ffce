package io.modeltracking.shard;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;

/** A study whose trials cost nothing: the figure is smallest at (2, -1). */
class CheapStudyTestCase {

    static final int TRIALS = 24;
    static final long SEED = 7;
    static final int STARTUP = 8;

    record Place(
            @DoubleRange(min = -5, max = 5) double x,
            @DoubleRange(min = -5, max = 5) double y) {}

    @ModelExperiment(name = "cheap", seed = SEED)
    @BayesianSearch(trials = TRIALS, startup = STARTUP, objective = "validation.loss", direction = Direction.MINIMIZE)
    @RequireMetric(name = "validation.loss", max = 60)
    void search(Place place, Run run) throws InterruptedException {
        Thread.sleep(20);
        run.metric("validation.loss", Math.pow(place.x() - 2, 2) + Math.pow(place.y() + 1, 2));
    }
}
