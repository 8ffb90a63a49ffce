package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Trial;

class DepthIT {

    private static boolean failed;

    record Tree(@IntValues({1, 2, 3, 4}) int depth) {}

    @ModelExperiment(name = "Motor_2026_Depth")
    @GridSearch(objective = "validation.rmse", direction = Direction.MINIMIZE)
    @RequireMetric(name = "gap", max = 0.5)
    void depth(Tree tree, Run run, Trial trial) {
        boolean fails = Boolean.getBoolean("flaky") && trial.number() == 1 && !failed;
        failed |= fails;
        assertFalse(fails, "flaky");
        run.metric("validation.rmse", 1.0 / tree.depth()).metric("gap", tree.depth() < 4 ? 0.1 : 0.9);
        run.holdout("holdout", () -> Evaluation.regression()
                .actual(new double[] {1, 2})
                .predicted(new double[] {1 + 1.0 / tree.depth(), 2 + 1.0 / tree.depth()}));
    }
}
