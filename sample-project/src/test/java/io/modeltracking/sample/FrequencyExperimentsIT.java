package io.modeltracking.sample;

import static io.modeltracking.Role.HOLDOUT;
import static io.modeltracking.Role.TRAIN;
import static io.modeltracking.Role.VALIDATION;

import io.modeltracking.Dataset;
import io.modeltracking.Evaluation;
import io.modeltracking.ExpectRejected;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Reproducible;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.tablesaw.TablesawDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
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
    void portfolioMean(Run run, Seeds seeds) {
        Split split = split(run, seeds);
        double mean = Portfolio.frequency(split.train());
        run.param("frequency", mean);
        run.evaluate("train", evaluation(split.train(), constant(split.train(), mean), mean));
        run.evaluate("validation", evaluation(split.validation(), constant(split.validation(), mean), mean));
        run.holdout("holdout", () -> evaluation(split.holdout(), constant(split.holdout(), mean), mean));
    }

    /** A linear booster. Its default updater, shotgun, gives another model each time; coord_descent does not. */
    @Reproducible
    @ModelExperiment(name = "Motor_2026_Frequency_Linear", seed = 42)
    @RequireMetric(name = "validation.actual_expected", min = 0.95, max = 1.05)
    void linearBooster(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = poisson();
        params.put("booster", "gblinear");
        params.put("updater", "coord_descent");
        boost(params, 60, run, seeds);
    }

    /** Boosted trees, to be the next tariff. */
    @ModelExperiment(name = "Motor_2026_Frequency_Trees", model = "motor-frequency", seed = 42)
    @RequireMetric(name = "validation.actual_expected", min = 0.95, max = 1.05)
    @RequireGap(
            train = "train.poisson_deviance.per_exposure",
            test = "validation.poisson_deviance.per_exposure",
            maxRelative = 0.05)
    void boostedTrees(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = poisson();
        params.put("max_depth", 3);
        params.put("eta", 0.1);
        boost(params, 100, run, seeds);
    }

    /** Trees that learn the training rows by heart: the test passes because the requirement rejects them. */
    @ExpectRejected
    @ModelExperiment(name = "Motor_2026_Frequency_Overfitted", seed = 42)
    @RequireGap(
            train = "train.poisson_deviance.per_exposure",
            test = "validation.poisson_deviance.per_exposure",
            maxRelative = 0.05)
    void overfittedTrees(Run run, Seeds seeds) throws XGBoostError {
        Map<String, Object> params = poisson();
        params.put("max_depth", 8);
        params.put("eta", 0.3);
        boost(params, 100, run, seeds);
    }

    private static Map<String, Object> poisson() {
        Map<String, Object> params = new HashMap<>();
        params.put("objective", "count:poisson");
        // The margin has the level already; what XGBoost would guess is wrong wherever a margin is missing.
        params.put("base_score", 1.0);
        // One thread gives the same model on every machine.
        params.put("nthread", 1);
        params.put("verbose_eval", 0);
        return params;
    }

    private static void boost(Map<String, Object> params, int rounds, Run run, Seeds seeds) throws XGBoostError {
        Split split = split(run, seeds);
        Features features = new Features(portfolio);
        double frequency = Portfolio.frequency(split.train());
        DMatrix train = features.training(split.train(), frequency);
        DMatrix validation = features.training(split.validation(), frequency);
        try {
            Map<String, DMatrix> watches = new LinkedHashMap<>();
            watches.put("train", train);
            watches.put("validation", validation);
            Booster booster = XGBoost.train(train, params, rounds, watches, null, null);
            try {
                evaluate(new Tariff(booster, features, frequency), split, run);
            } finally {
                booster.dispose();
            }
        } finally {
            train.dispose();
            validation.dispose();
        }
    }

    private static void evaluate(Tariff tariff, Split split, Run run) throws XGBoostError {
        double mean = tariff.frequency();
        run.evaluate("train", evaluation(split.train(), tariff.rates(split.train()), mean));
        run.evaluate("validation", evaluation(split.validation(), tariff.rates(split.validation()), mean));
        // Predicted now, while the booster is there; compared with what happened only if the run is accepted.
        double[] holdout = tariff.rates(split.holdout());
        run.holdout("holdout", () -> evaluation(split.holdout(), holdout, mean));
    }

    private static Split split(Run run, Seeds seeds) {
        Split split = Split.of(portfolio, seeds.sharedGenerator("split"));
        run.dataset("train", dataset(split.train()).role(TRAIN));
        run.dataset("validation", dataset(split.validation()).role(VALIDATION));
        run.dataset("holdout", dataset(split.holdout()).role(HOLDOUT));
        return split;
    }

    private static Dataset dataset(Table rows) {
        return TablesawDataset.of(rows, file).keys("IDpol");
    }

    private static Evaluation evaluation(Table rows, double[] rates, double trainMean) {
        return Evaluation.frequency()
                .claims(Portfolio.claims(rows))
                .exposure(Portfolio.exposure(rows))
                .predictedRate(rates)
                .trainMean(trainMean)
                .by("Area", rows.stringColumn("Area").asObjectArray());
    }

    private static double[] constant(Table rows, double rate) {
        double[] rates = new double[rows.rowCount()];
        Arrays.fill(rates, rate);
        return rates;
    }
}
