package io.modeltracking.sample;

import io.modeltracking.ExpectRejected;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Reproducible;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import tech.tablesaw.api.Table;

/** Four models of the claim frequency on the same rows: all have the seed 42, and the split is drawn from what they share. */
class FrequencyExperimentsIT {

    private static Path file;
    private static Table portfolio;

    @BeforeAll
    static void readPortfolio() throws IOException {
        file = Portfolio.file();
        portfolio = Portfolio.read(file);
    }

    /** The baseline: everybody pays the mean. */
    @ModelExperiment(name = "Motor_2026_Frequency_Mean", seed = 42)
    void portfolioMean(Run run, Seeds seeds) throws XGBoostError {
        FrequencyData data = data(run, seeds);
        run.param("frequency", data.mean());
        data.evaluate(data::constant, run);
    }

    /** A linear booster. Its default updater, shotgun, gives another model each time; coord_descent does not. */
    @Reproducible
    @ModelExperiment(name = "Motor_2026_Frequency_Linear", seed = 42)
    @RequireMetric(name = "validation.actual_expected", min = 0.95, max = 1.05)
    void linearBooster(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = FrequencyData.poisson();
        params.put("booster", "gblinear");
        params.put("updater", "coord_descent");
        data(run, seeds).boost(params, 60, run);
    }

    /**
     * Boosted trees, to be the next tariff. Deciles have to go up, with three steps down at most of nine, where pure chance has
     * four or five; and none may be further off than 30 %: with 70 claims a decile, two and a half standard deviations.
     */
    @ModelExperiment(name = "Motor_2026_Frequency_Trees", model = "motor-frequency", seed = 42)
    @RequireMetric(name = "validation.actual_expected", min = 0.95, max = 1.05)
    @RequireMetric(name = "validation.lift.inversions_decile", max = 3)
    @RequireMetric(name = "validation.actual_expected.worst_decile", min = 0.7, max = 1.3)
    @RequireGap(
            train = "train.poisson_deviance.per_exposure",
            test = "validation.poisson_deviance.per_exposure",
            maxRelative = 0.05)
    void boostedTrees(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = FrequencyData.poisson();
        params.put("max_depth", 3);
        params.put("eta", 0.1);
        data(run, seeds).boost(params, 100, run);
    }

    /** Trees that learn the training rows by heart: the test passes because the requirement rejects them. */
    @ExpectRejected
    @ModelExperiment(name = "Motor_2026_Frequency_Overfitted", seed = 42)
    @RequireGap(
            train = "train.poisson_deviance.per_exposure",
            test = "validation.poisson_deviance.per_exposure",
            maxRelative = 0.05)
    void overfittedTrees(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = FrequencyData.poisson();
        params.put("max_depth", 8);
        params.put("eta", 0.3);
        data(run, seeds).boost(params, 100, run);
    }

    private static FrequencyData data(Run run, Seeds seeds) {
        FrequencyData data = FrequencyData.of(file, portfolio, seeds);
        data.recordIn(run);
        return data;
    }
}
