package io.modeltracking.sample;

import static io.modeltracking.Direction.MINIMIZE;

import io.modeltracking.BayesianSearch;
import io.modeltracking.DoubleRange;
import io.modeltracking.Enqueue;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
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

/**
 * Next year's tariff, found rather than guessed: forty trials, each chosen by what the ones before came to. They are compared
 * on the validation rows; the rows held out are looked at once, for the winner.
 */
class TariffSearchIT {

    private static Path file;
    private static Table portfolio;

    /**
     * What is searched.
     *
     * @param minChildWeight expected claims that a leaf must have: what credibility is to a classical tariff
     * @param monotoneBonus whether more bonus-malus may never cost less, as a sales force will ask
     */
    record Trees(
            @IntRange(min = 2, max = 8) int maxDepth,
            @DoubleRange(min = 0.02, max = 0.3, log = true) double learningRate,
            @IntRange(min = 1, max = 100, log = true) int minChildWeight,
            @DoubleRange(min = 0.5, max = 1) double subsample,
            @DoubleRange(min = 0.4, max = 1) double colsampleBytree,
            @DoubleRange(min = 0.1, max = 100, log = true) double lambda,
            boolean monotoneBonus) {

        Map<String, Object> params() {
            Map<String, Object> params = FrequencyData.poisson();
            params.put("tree_method", "hist");
            params.put("max_depth", maxDepth);
            params.put("eta", learningRate);
            params.put("min_child_weight", minChildWeight);
            params.put("subsample", subsample);
            params.put("colsample_bytree", colsampleBytree);
            params.put("lambda", lambda);
            // One sign a feature; the fourth is BonusMalus.
            params.put("monotone_constraints", monotoneBonus ? "(0,0,0,1,0,0,0,0,0)" : "(0,0,0,0,0,0,0,0,0)");
            return params;
        }
    }

    @BeforeAll
    static void readPortfolio() throws IOException {
        file = Portfolio.file();
        portfolio = Portfolio.read(file);
    }

    /**
     * The first trial is today's tariff, so that no search ends below it. The requirements are constraints: a trial that
     * misses one cannot win, and how far it missed tells the sampler where not to look. A trial that after some rounds lies
     * behind half of the others is stopped.
     */
    @ModelExperiment(name = "Motor_2026_Frequency_Search", model = "motor-frequency", seed = 42)
    @BayesianSearch(trials = 40, objective = "validation.poisson_deviance.per_exposure", direction = MINIMIZE)
    @Enqueue({
        "max_depth=3",
        "learning_rate=0.1",
        "min_child_weight=1",
        "subsample=1",
        "colsample_bytree=1",
        "lambda=1",
        "monotone_bonus=false"
    })
    @RequireGap(
            train = "train.poisson_deviance.per_exposure",
            test = "validation.poisson_deviance.per_exposure",
            maxRelative = 0.05)
    @RequireMetric(name = "validation.actual_expected", min = 0.95, max = 1.05)
    void search(Trees trees, Run run, Seeds seeds) throws XGBoostError {
        FrequencyData data = FrequencyData.of(file, portfolio, seeds);
        data.recordIn(run);
        Map<String, Object> params = trees.params();
        params.put("seed", seeds.intOf("xgboost"));
        data.boost(params, 100, run);
    }
}
