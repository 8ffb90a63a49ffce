package io.modeltracking.sample;

import static io.modeltracking.Role.TRAIN;
import static io.modeltracking.Role.VALIDATION;
import static tech.tablesaw.api.ColumnType.INTEGER;

import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import io.modeltracking.tablesaw.TablesawDataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.selection.Selection;

/**
 * The real portfolio, freMTPL2freq, on the split by which the literature compares models: known figures come out again.
 * Many rows to test have all rating factors in common with a row to learn from, so the split serves comparison, not choice.
 */
class PublishedSplitIT {

    private static Path file;
    private static Features features;
    private static Table learn;
    private static Table test;
    private static double frequency;

    @BeforeAll
    static void readPublishedSplit() throws IOException {
        file = SharedData.file("freMTPL2freq.csv.gz");
        Table portfolio = Portfolio.read(file);
        Selection tested = testRows(SharedData.file("freMTPL2freq-splits.csv.gz"));
        features = new Features(portfolio);
        learn = portfolio.dropWhere(tested);
        test = portfolio.where(tested);
        frequency = Portfolio.frequency(learn);
    }

    /** Noll, Salzmann and Wüthrich, French Motor Third-Party Liability Claims (2018): 32.93518 and 33.86149, in 1/100. */
    @ModelExperiment(name = "Published_2018_Homogeneous")
    @RequireMetric(name = "train.poisson_deviance.per_policy", equalTo = 0.3293518, tolerance = 1e-7)
    @RequireMetric(name = "validation.poisson_deviance.per_policy", equalTo = 0.3386149, tolerance = 1e-7)
    void homogeneousModel(Run run) {
        datasets(run);
        run.evaluate("train", evaluation(learn, constant(learn)));
        run.evaluate("validation", evaluation(test, constant(test)));
    }

    /** The same figures come from XGBoost's Python package. */
    @ModelExperiment(name = "Published_2018_Trees")
    @RequireMetric(name = "train.poisson_deviance.per_exposure", equalTo = 0.56676, tolerance = 1e-5)
    @RequireMetric(name = "validation.poisson_deviance.per_exposure", equalTo = 0.58958, tolerance = 1e-5)
    @RequireMetric(name = "validation.actual_expected", equalTo = 1.040, tolerance = 5e-4)
    @RequireMetric(name = "validation.gini.exposure", equalTo = 0.31735, tolerance = 1e-5)
    void boostedTrees(Run run) throws XGBoostError {
        datasets(run);
        Map<String, Object> params = Map.ofEntries(
                Map.entry("objective", "count:poisson"),
                Map.entry("base_score", 1.0),
                Map.entry("tree_method", "hist"),
                Map.entry("max_depth", 5),
                Map.entry("eta", 0.1),
                Map.entry("seed", 42),
                Map.entry("nthread", 2));
        DMatrix train = features.training(learn, frequency);
        try {
            Booster booster = XGBoost.train(train, params, 150, Map.of(), null, null);
            try {
                Tariff tariff = new Tariff(booster, features, frequency);
                run.evaluate("train", evaluation(learn, tariff.rates(learn)));
                run.evaluate("validation", evaluation(test, tariff.rates(test)));
            } finally {
                booster.dispose();
            }
        } finally {
            train.dispose();
        }
    }

    private static void datasets(Run run) {
        run.dataset("train", TablesawDataset.of(learn, file).role(TRAIN).keys("IDpol"));
        run.dataset(
                "validation", TablesawDataset.of(test, file).role(VALIDATION).keys("IDpol"));
    }

    private static Evaluation evaluation(Table rows, double[] rates) {
        return Evaluation.frequency()
                .claims(Portfolio.claims(rows))
                .exposure(Portfolio.exposure(rows))
                .predictedRate(rates)
                .trainMean(frequency);
    }

    private static double[] constant(Table rows) {
        double[] rates = new double[rows.rowCount()];
        Arrays.fill(rates, frequency);
        return rates;
    }

    /** Rows of the test part; the file has the order of the portfolio. */
    private static Selection testRows(Path splits) throws IOException {
        try (InputStream csv = new GZIPInputStream(Files.newInputStream(splits))) {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(csv).columnTypes(new ColumnType[] {INTEGER, INTEGER}))
                    .intColumn("noll_seed100")
                    .isEqualTo(1);
        }
    }
}
