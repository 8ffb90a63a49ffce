package io.modeltracking.shard;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;

/** {@link CheapStudyTestCase} with more trials. */
class LongStudyTestCase {

    static final int TRIALS = 100;

    @ModelExperiment(name = "cheap", seed = CheapStudyTestCase.SEED)
    @BayesianSearch(
            trials = TRIALS,
            startup = CheapStudyTestCase.STARTUP,
            objective = "validation.loss",
            direction = Direction.MINIMIZE)
    @RequireMetric(name = "validation.loss", max = 60)
    void search(CheapStudyTestCase.Place place, Run run) throws InterruptedException {
        new CheapStudyTestCase().search(place, run);
    }
}
