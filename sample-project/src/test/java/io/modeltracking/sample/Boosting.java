package io.modeltracking.sample;

import io.modeltracking.Run;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * Trees on the rows of a {@link LossData}: of the number of paid claims, of their cost, and of the loss itself. Trees of money
 * do not meet the total of the rows that they learned from, so each model is brought there by a factor, which is recorded.
 */
final class Boosting {

    private final LossData data;
    private final Run run;

    Boosting(LossData data, Run run) {
        this.data = data;
        this.run = run;
    }

    /** Paid claims per year. Claims without an amount would be paid for by nobody, and counted by the product nevertheless. */
    Tariff frequency() throws XGBoostError {
        Table train = data.train();
        double mean = Losses.mean(Losses.paidClaims(train), Portfolio.exposure(train));
        Tariff tariff = train(
                params("count:poisson", 3),
                mean,
                data.features().counts(train, "PaidClaims", mean),
                data.features().counts(data.validation(), "PaidClaims", mean));
        return tariff.times(
                balance("frequency", Losses.paidClaims(train), Portfolio.exposure(train), tariff.rates(train)));
    }

    /** Capped cost of a paid claim: gamma, weighted with the number of claims. */
    Tariff severity() throws XGBoostError {
        Table train = withClaims(data.train());
        Table validation = withClaims(data.validation());
        double mean = Losses.mean(Losses.loss(train), Losses.paidClaims(train));
        Tariff tariff = train(
                params("reg:gamma", 2),
                mean,
                data.features().money(train, Losses.loss(train), Losses.paidClaims(train), mean),
                data.features().money(validation, Losses.loss(validation), Losses.paidClaims(validation), mean));
        return tariff.times(balance("severity", Losses.loss(train), Losses.paidClaims(train), tariff.rates(train)));
    }

    /** Capped loss per year, directly: Tweedie, weighted with the exposure. */
    Tariff purePremium() throws XGBoostError {
        Table train = data.train();
        Table validation = data.validation();
        double mean = Losses.mean(Losses.loss(train), Portfolio.exposure(train));
        Map<String, Object> params = params("reg:tweedie", 3);
        params.put("tweedie_variance_power", 1.5);
        Tariff tariff = train(
                params,
                mean,
                data.features().money(train, Losses.loss(train), Portfolio.exposure(train), mean),
                data.features().money(validation, Losses.loss(validation), Portfolio.exposure(validation), mean));
        return tariff.times(balance("tweedie", Losses.loss(train), Portfolio.exposure(train), tariff.rates(train)));
    }

    /** How often, times how much: balanced as a whole, too. */
    Product product() throws XGBoostError {
        Product product = new Product(frequency(), severity());
        Table train = data.train();
        return product.times(balance("product", Losses.loss(train), Portfolio.exposure(train), product.rates(train)));
    }

    /** The factor by which predictions of the rows learned from meet what happened there. */
    private double balance(String model, double[] actual, double[] weight, double[] rates) {
        double expected = 0;
        for (int row = 0; row < rates.length; row++) {
            expected += weight[row] * rates[row];
        }
        double factor = Arrays.stream(actual).sum() / expected;
        run.metric(model + ".balance_factor", factor);
        return factor;
    }

    /** Rows that have an amount: those that a severity is about. */
    static Table withClaims(Table rows) {
        return rows.where(rows.intColumn("PaidClaims").isGreaterThan(0));
    }

    private static Map<String, Object> params(String objective, int depth) {
        Map<String, Object> params = FrequencyData.poisson();
        params.put("objective", objective);
        params.put("tree_method", "hist");
        params.put("max_depth", depth);
        params.put("eta", 0.1);
        return params;
    }

    private Tariff train(Map<String, Object> params, double mean, DMatrix train, DMatrix validation)
            throws XGBoostError {
        try {
            Map<String, DMatrix> watches = new LinkedHashMap<>();
            watches.put("train", train);
            watches.put("validation", validation);
            Booster booster = XGBoost.train(train, params, 60, watches, null, null);
            return new Tariff(booster, data.features(), mean);
        } finally {
            train.dispose();
            validation.dispose();
        }
    }
}
