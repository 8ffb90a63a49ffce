package io.modeltracking.registry;

import io.modeltracking.Evaluation;
import io.modeltracking.evaluation.StandardMetrics;
import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Difference;
import io.modeltracking.registry.KeptPredictions.Row;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The difference of a metric between a run and a baseline on the rows whose predictions both have kept: joined by the hashed keys
 * of the rows; without keys by their numbers, where the data is the same. Rows whose weight or outcome has changed are left out.
 * The interval is that of the paired bootstrap, with 1,000 replicates from one seed.
 */
public final class PredictionDifference {

    private static final int REPLICATES = 1000;
    private static final long SEED = 1;

    private final TrackingRoot root;

    public PredictionDifference(TrackingRoot root) {
        this.root = root;
    }

    /** @param metric without the data set: {@code poisson_deviance.per_exposure} */
    public Difference of(Baseline baseline, RunRecord run, String dataSet, String metric) {
        Optional<RunRecord> champion = baseline.run().or(() -> read(baseline.figures()));
        if (champion.isEmpty()) {
            return Difference.none("the run of " + baseline.label() + " is not in the history");
        }
        try {
            Optional<KeptPredictions> own = KeptPredictions.read(root, run, dataSet);
            Optional<KeptPredictions> theirs = KeptPredictions.read(root, champion.get(), dataSet);
            if (own.isEmpty() || theirs.isEmpty()) {
                return Difference.none((own.isEmpty() ? "this run" : baseline.label())
                        + " has kept no predictions of \"" + dataSet + "\": log them by run.evaluate(\"" + dataSet
                        + "\", …)");
            }
            return joined(own.get(), theirs.get(), baseline.label(), metric);
        } catch (IOException e) {
            return Difference.none("kept predictions of \"" + dataSet + "\" cannot be read: " + e.getMessage());
        }
    }

    private Optional<RunRecord> read(Optional<BaselineRecord> figures) {
        return figures.map(BaselineRecord::run)
                .filter(Names::isRunId)
                .filter(id -> Files.isRegularFile(root.run(id).resolve(JournalReader.FILE)))
                .map(id -> new JournalReader(root).read(root.run(id)));
    }

    private static Difference joined(KeptPredictions own, KeptPredictions theirs, String label, String metric) {
        if (own.kind() != theirs.kind()) {
            return Difference.none("it is a " + own.kind() + " model, and " + label + " a " + theirs.kind() + " model");
        }
        boolean byKey = own.keyed() && theirs.keyed();
        if (!byKey && (own.keyed() || theirs.keyed() || !own.dataSha256().equals(theirs.dataSha256()))) {
            return Difference.none("the rows are others than those of " + label + ", and not both have keys to match"
                    + " them by: evaluate with .keys(…), and set TRACKING_KEY_SECRET");
        }
        List<Row> rows = new ArrayList<>();
        List<Double> champion = new ArrayList<>();
        own.rows().forEach((key, row) -> {
            Row other = theirs.rows().get(key);
            if (other != null && other.weight() == row.weight() && other.actual() == row.actual()) {
                rows.add(row);
                champion.add(other.predicted());
            }
        });
        if (rows.size() < 2) {
            return Difference.none(
                    "it has " + rows.size() + " of its " + own.rows().size() + " rows in common with " + label);
        }
        try {
            return difference(evaluation(own.kind(), rows, metric).champion(array(champion, value -> value)), metric);
        } catch (IllegalArgumentException e) {
            return Difference.none(e.getMessage());
        }
    }

    private static Difference difference(Evaluation evaluation, String metric) {
        Map<String, Double> metrics = StandardMetrics.of(
                        evaluation.intervals(metric).bootstrap(REPLICATES, SEED))
                .metrics();
        Double estimate = metrics.get(metric + ".difference");
        Double lower = metrics.get(metric + ".difference.lower");
        Double upper = metrics.get(metric + ".difference.upper");
        Double own = metrics.get(metric);
        return estimate == null || lower == null || upper == null || own == null
                ? Difference.none("the metric or its interval does not exist for the rows in common")
                : new Difference(own - estimate, estimate, lower, upper, evaluation.size(), null);
    }

    private static Evaluation evaluation(Evaluation.Kind kind, List<Row> rows, String metric) {
        double[] weight = array(rows, Row::weight);
        double[] actual = array(rows, Row::actual);
        double[] predicted = array(rows, Row::predicted);
        return switch (kind) {
            case FREQUENCY ->
                Evaluation.frequency().claims(actual).exposure(weight).predictedRate(predicted);
            case SEVERITY ->
                Evaluation.severity().claimAmount(actual).claims(weight).predictedAverageCost(predicted);
            case PURE_PREMIUM ->
                Evaluation.purePremium().loss(actual).exposure(weight).predictedRate(predicted);
            case REGRESSION -> {
                // What is kept does not say whether weights of 1 were given, but the metrics are called by it.
                boolean weighted =
                        metric.contains(".weighted") || Arrays.stream(weight).anyMatch(w -> w != 1);
                yield weighted
                        ? Evaluation.regression().actual(actual).weight(weight).predicted(predicted)
                        : Evaluation.regression().actual(actual).predicted(predicted);
            }
            case BINARY -> Evaluation.binary().event(actual).predictedProbability(predicted);
        };
    }

    private static <T> double[] array(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
