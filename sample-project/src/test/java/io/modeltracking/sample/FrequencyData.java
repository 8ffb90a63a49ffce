package io.modeltracking.sample;

import static io.modeltracking.Role.HOLDOUT;
import static io.modeltracking.Role.TRAIN;
import static io.modeltracking.Role.VALIDATION;

import io.modeltracking.Dataset;
import io.modeltracking.Evaluation;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.tablesaw.TablesawDataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * A portfolio in its parts, as all experiments here record it, learn from it and judge by it.
 *
 * @param file that the portfolio was read from
 * @param mean claims per year of the rows to learn from
 */
record FrequencyData(Path file, Split split, Features features, double mean) {

    static FrequencyData of(Path file, Table portfolio, Split split) {
        return new FrequencyData(file, split, new Features(portfolio), Portfolio.frequency(split.train()));
    }

    /** Splits by what all experiments with the same root seed share, so that they have the same rows in each part. */
    static FrequencyData of(Path file, Table portfolio, Seeds seeds) {
        return of(file, portfolio, Split.of(portfolio, seeds.sharedGenerator("split")));
    }

    /** Tells the run which rows are for what: from then on, what it selects by cannot be held out. */
    void recordIn(Run run) {
        run.dataset("train", dataset(split.train()).role(TRAIN));
        run.dataset("validation", dataset(split.validation()).role(VALIDATION));
        if (hasHoldout()) {
            run.dataset("holdout", dataset(split.holdout()).role(HOLDOUT));
        }
    }

    private Dataset dataset(Table rows) {
        return TablesawDataset.of(rows, file).keys("IDpol");
    }

    private boolean hasHoldout() {
        return !split.holdout().isEmpty();
    }

    /** What all boosters here have in common. */
    static Map<String, Object> poisson() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("objective", "count:poisson");
        // The margin has the level already; what XGBoost would guess is wrong wherever a margin is missing.
        params.put("base_score", 1.0);
        // One thread gives the same model on every machine.
        params.put("nthread", 1);
        params.put("verbose_eval", 0);
        return params;
    }

    /** Trains a booster on the nine factors, and evaluates what it charges. */
    void boost(Map<String, Object> params, int rounds, Run run) throws XGBoostError {
        boost(features, params, rounds, run);
    }

    /** As {@link #boost(Map, int, Run)}, on the columns of another design. */
    void boost(Design design, Map<String, Object> params, int rounds, Run run) throws XGBoostError {
        DMatrix train = design.training(split.train(), mean);
        DMatrix validation = design.training(split.validation(), mean);
        try {
            Map<String, DMatrix> watches = new LinkedHashMap<>();
            watches.put("train", train);
            watches.put("validation", validation);
            Booster booster = XGBoost.train(train, params, rounds, watches, null, null);
            try {
                evaluate(new Tariff(booster, design, mean)::rates, run);
            } finally {
                booster.dispose();
            }
        } finally {
            train.dispose();
            validation.dispose();
        }
    }

    /** Evaluates rates on all parts; on the rows held out only if the run is accepted, in a study only if it wins. */
    void evaluate(Rates rates, Run run) throws XGBoostError {
        run.evaluate("train", evaluation(split.train(), rates.of(split.train())));
        run.evaluate("validation", evaluation(split.validation(), rates.of(split.validation())));
        if (hasHoldout()) {
            // Predicted now, while the booster is there; compared with what happened only then.
            double[] holdout = rates.of(split.holdout());
            run.holdout("holdout", () -> evaluation(split.holdout(), holdout));
        }
    }

    private Evaluation evaluation(Table rows, double[] rates) {
        return Evaluation.frequency()
                .claims(Portfolio.claims(rows))
                .exposure(Portfolio.exposure(rows))
                .predictedRate(rates)
                .trainMean(mean)
                .by("Area", rows.stringColumn("Area").asObjectArray());
    }

    /** Everybody pays the mean. */
    double[] constant(Table rows) {
        double[] rates = new double[rows.rowCount()];
        Arrays.fill(rates, mean);
        return rates;
    }

    /** Claims per year of each row. */
    @FunctionalInterface
    interface Rates {
        double[] of(Table rows) throws XGBoostError;
    }
}
