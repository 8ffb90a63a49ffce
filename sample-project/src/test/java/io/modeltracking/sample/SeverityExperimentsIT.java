package io.modeltracking.sample;

import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * What a claim costs. Few rows and a long tail: claims are capped, and each figure's name says at what; A/E is judged by its
 * 95 % interval, since with some hundred claims to judge by a single figure says little.
 */
class SeverityExperimentsIT {

    /** The baseline: every claim costs the mean. */
    @ModelExperiment(name = "Motor_2026_Severity_Mean", seed = 42)
    void mean(Run run, Seeds seeds) throws IOException, XGBoostError {
        LossData data = LossData.read(seeds);
        data.recordIn(run);
        double mean = mean(data);
        evaluate(data, rows -> constant(rows, mean), mean, run);
    }

    /** Gamma trees. No record of a policy may stand on both sides of the split. */
    @ModelExperiment(name = "Motor_2026_Severity_Gamma", model = "motor-severity", seed = 42, explain = true)
    @RequireMetric(name = "interval(validation.actual_expected.capped_10000)", min = 0.8, max = 1.25)
    @RequireMetric(name = "validation.leak.adjacent", max = 0)
    @RequireMetric(name = "validation.leak.keys", max = 0)
    void gamma(Run run, Seeds seeds) throws IOException, XGBoostError {
        LossData data = LossData.read(seeds);
        data.recordIn(run);
        try (Tariff severity = new Boosting(data, run).severity()) {
            evaluate(data, severity::rates, mean(data), run);
        }
    }

    private static void evaluate(LossData data, FrequencyData.Rates costs, double mean, Run run) throws XGBoostError {
        Table train = Boosting.withClaims(data.train());
        Table validation = Boosting.withClaims(data.validation());
        Table holdout = Boosting.withClaims(data.holdout());
        run.evaluate("train", evaluation(train, costs.of(train), mean));
        run.evaluate("validation", evaluation(validation, costs.of(validation), mean));
        double[] predicted = costs.of(holdout);
        run.holdout("holdout", () -> evaluation(holdout, predicted, mean));
    }

    private static Evaluation evaluation(Table rows, double[] costs, double mean) {
        return Evaluation.severity()
                .claimAmount(Losses.loss(rows))
                .claims(Losses.paidClaims(rows))
                .predictedAverageCost(costs)
                .cappedAt(LossData.CAP)
                .trainMean(mean)
                .bins(5)
                .by("Area", rows.stringColumn("Area").asObjectArray())
                .by("VehGas", rows.stringColumn("VehGas").asObjectArray());
    }

    private static double mean(LossData data) {
        return Losses.mean(Losses.loss(data.train()), Losses.paidClaims(data.train()));
    }

    private static double[] constant(Table rows, double mean) {
        double[] costs = new double[rows.rowCount()];
        Arrays.fill(costs, mean);
        return costs;
    }
}
