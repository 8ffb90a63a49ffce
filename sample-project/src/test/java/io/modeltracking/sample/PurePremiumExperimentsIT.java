package io.modeltracking.sample;

import static io.modeltracking.Direction.MINIMIZE;

import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.sample.FrequencyData.Rates;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * What a policy costs a year: frequency times severity, as tariffs are made, and a Tweedie model as its challenger.
 *
 * <p>What is required: the whole 95 % interval of A/E within what a tariff may be off in one year; a Gini above 0.1 by its lower
 * bound; and deciles that go up, with three steps down at most, of nine, where pure chance has four or five.
 */
class PurePremiumExperimentsIT {

    /** The champion: how often, times how much. */
    @ModelExperiment(name = "Motor_2026_PurePremium_Product", model = "motor-pure-premium", seed = 42)
    @RequireMetric(name = "interval(validation.actual_expected.capped_10000)", min = 0.8, max = 1.25)
    @RequireMetric(name = "lower(validation.gini.exposure.capped_10000)", min = 0.1)
    @RequireMetric(name = "validation.lift.inversions_decile.capped_10000", max = 3)
    @RequireMetric(name = "validation.leak.adjacent", max = 0)
    void product(Run run, Seeds seeds) throws IOException, XGBoostError {
        LossData data = LossData.read(seeds);
        data.recordIn(run);
        try (Product product = new Boosting(data, run).product()) {
            evaluate(data, product::rates, rows -> evaluation -> evaluation, run, seeds);
        }
    }

    /**
     * The challenger: one model of the loss itself. The champion is trained beside it, on the same rows: the charts show where
     * the two disagree, who is right there, and whose premium would change.
     */
    @ModelExperiment(name = "Motor_2026_PurePremium_Tweedie", model = "motor-pure-premium", seed = 42, explain = true)
    @RequireMetric(name = "interval(validation.actual_expected.capped_10000)", min = 0.8, max = 1.25)
    @RequireMetric(name = "lower(validation.gini.exposure.capped_10000)", min = 0.1)
    @RequireMetric(name = "validation.lift.inversions_decile.capped_10000", max = 3)
    @RequireMetric(name = "validation.leak.adjacent", max = 0)
    void tweedie(Run run, Seeds seeds) throws IOException, XGBoostError {
        LossData data = LossData.read(seeds);
        data.recordIn(run);
        Boosting boosting = new Boosting(data, run);
        try (Product champion = boosting.product();
                Tariff challenger = boosting.purePremium()) {
            evaluate(data, challenger::rates, rows -> against(champion.rates(rows), rows), run, seeds);
            Table rows = data.validation();
            double[] rates = challenger.rates(rows);
            run.metric("validation.cheapest_half.loss_share", Relativities.ofCheapestHalf(rows, rates), MINIMIZE);
            Relativities relativities = Relativities.byArea(rows, rates, champion.rates(rows));
            run.table("relativities_by_area", relativities.table());
            run.chart("relativities_chart", relativities.chart());
        }
    }

    private static void evaluate(LossData data, Rates rates, Comparison comparison, Run run, Seeds seeds)
            throws XGBoostError {
        run.evaluate("train", evaluation(data.train(), rates, comparison, seeds));
        run.evaluate("validation", evaluation(data.validation(), rates, comparison, seeds));
        Evaluation holdout = evaluation(data.holdout(), rates, comparison, seeds);
        run.holdout("holdout", () -> holdout);
    }

    private static Evaluation evaluation(Table rows, Rates rates, Comparison comparison, Seeds seeds)
            throws XGBoostError {
        Evaluation evaluation = Evaluation.purePremium()
                .loss(Losses.loss(rows))
                .exposure(Portfolio.exposure(rows))
                .predictedRate(rates.of(rows))
                .cappedAt(LossData.CAP)
                .bootstrap(100, seeds.of("bootstrap"))
                .by("Area", rows.stringColumn("Area").asObjectArray())
                .by("VehGas", rows.stringColumn("VehGas").asObjectArray());
        return comparison.on(rows).apply(evaluation);
    }

    /** What is charged today is not in the data: the champion's pure premium stands for it, without any loading. */
    private static UnaryOperator<Evaluation> against(double[] champion, Table rows) {
        double[] exposure = Portfolio.exposure(rows);
        double[] premium = new double[exposure.length];
        Arrays.setAll(premium, row -> champion[row] * exposure[row]);
        return challenger -> challenger.champion(champion).currentPremium(premium);
    }

    /** What an evaluation of some rows is compared with. */
    @FunctionalInterface
    private interface Comparison {
        UnaryOperator<Evaluation> on(Table rows) throws XGBoostError;
    }
}
