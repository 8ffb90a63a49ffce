package io.modeltracking;

import io.modeltracking.EvaluationSteps.BinaryStart;
import io.modeltracking.EvaluationSteps.FrequencyStart;
import io.modeltracking.EvaluationSteps.PurePremiumStart;
import io.modeltracking.EvaluationSteps.RegressionStart;
import io.modeltracking.EvaluationSteps.SeverityStart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * What a model predicted beside what happened, row by row, as {@code run.evaluate("test", …)} takes it.
 *
 * <pre>{@code
 * Evaluation.frequency().claims(n).exposure(w).predictedRate(m)
 *     .by("DrivAge", ageBands)
 *     .champion(productionRates)
 *     .trainMean(0.1002);
 * }</pre>
 *
 * <p>The steps name what is passed, so that a rate cannot be mistaken for a count. Arrays have one element a row and are
 * copied. Every step checks its rows: the error says how many rows break the rule and which is the first, counted from 0.
 * Rows are never dropped. A value is immutable; each option returns a new one.
 */
public final class Evaluation {

    /** What is modelled; it decides which metrics are meaningful. */
    public enum Kind {
        /** Claims by exposure: Poisson. */
        FREQUENCY,
        /** Claim amounts by number of claims: gamma. */
        SEVERITY,
        /** Losses by exposure: Tweedie. */
        PURE_PREMIUM,
        /** Any real target. */
        REGRESSION,
        /** An event that happens (1) or not (0). */
        BINARY
    }

    /** How intervals are drawn: resamples of rows, from a seed. */
    public record Bootstrap(int replicates, long seed) {}

    private final Kind kind;
    private final EvaluationRows rows;
    private final EvaluationOptions options;

    Evaluation(Kind kind, EvaluationRows rows) {
        this(kind, rows, new EvaluationOptions());
    }

    private Evaluation(Kind kind, EvaluationRows rows, EvaluationOptions options) {
        this.kind = kind;
        this.rows = rows;
        this.options = options;
    }

    /** Claim counts by exposure: {@code claims(n).exposure(w)}, then {@code predictedRate(m)} or {@code predictedClaims(mu)}. */
    public static FrequencyStart frequency() {
        return new FrequencyStart();
    }

    /** Claim amounts by number of claims; rows are policies (or claims) that have a positive amount. */
    public static SeverityStart severity() {
        return new SeverityStart();
    }

    /** Losses by exposure; rows without a claim have loss 0. */
    public static PurePremiumStart purePremium() {
        return new PurePremiumStart();
    }

    /** A real target, optionally weighted. */
    public static RegressionStart regression() {
        return new RegressionStart();
    }

    /** An event (1) or none (0), and its predicted probability. */
    public static BinaryStart binary() {
        return new BinaryStart();
    }

    /** Number of bins of equal weight in lift tables and charts; 2 to 100, by default 10. */
    public Evaluation bins(int bins) {
        EvaluationRows.require(bins >= 2 && bins <= 100, "bins must be 2 to 100, not " + bins);
        return with(changed -> changed.bins = bins);
    }

    /** Breaks actual and expected down by a rating factor: {@code levels} holds the level of each row. */
    public Evaluation by(String factor, String[] levels) {
        EvaluationRows.require(factor != null && !factor.isBlank(), "by(factor, levels): factor needs a name");
        rows.texts("by(\"" + factor + "\", levels)", levels);
        Map<String, String[]> factors = new LinkedHashMap<>(options.factors);
        factors.put(factor, levels.clone());
        return with(changed -> changed.factors = Collections.unmodifiableMap(factors));
    }

    /**
     * The champion's predictions for the same rows, in the unit of {@code predictedRate} (severity: average cost, regression:
     * the target, binary: probability): adds the double lift, the stability index and, with {@link #bootstrap}, differences.
     */
    public Evaluation champion(double[] predicted) {
        double[] checked = rows.prediction(kind, "champion", predicted);
        return with(changed -> changed.champion = checked);
    }

    /** {@link #champion(double[])} as XGBoost4J's {@code predict} returns it. */
    public Evaluation champion(float[][] predicted) {
        return champion(EvaluationRows.column("champion", predicted));
    }

    /** The premium charged today, per row in total (not per year): adds the loss-ratio chart and the Gini by relativity. */
    public Evaluation currentPremium(double[] premium) {
        EvaluationRows.require(
                kind == Kind.PURE_PREMIUM, "currentPremium belongs to purePremium(): it is compared with losses");
        double[] checked = rows.positive("currentPremium", premium);
        return with(changed -> changed.currentPremium = checked);
    }

    /** The weighted mean of the target on the training rows: adds {@code d2.train_mean}. */
    public Evaluation trainMean(double mean) {
        EvaluationRows.require(
                Double.isFinite(mean) && (kind == Kind.REGRESSION || mean > 0),
                "trainMean must be finite, and positive for claims and events, not " + mean);
        return with(changed -> changed.trainMean = mean);
    }

    /**
     * States that every single claim was capped at this amount before it was passed in. The cap becomes part of each metric's
     * name ({@code gamma_deviance.per_claim.capped_100000}), since a capped and an uncapped figure do not compare.
     */
    public Evaluation cappedAt(double cap) {
        EvaluationRows.require(
                kind == Kind.SEVERITY || kind == Kind.PURE_PREMIUM,
                "cappedAt belongs to severity() and purePremium(): there is no money to cap here");
        EvaluationRows.require(Double.isFinite(cap) && cap > 0, "cappedAt needs a positive amount, not " + cap);
        if (kind == Kind.SEVERITY) {
            rows.averageAtMost(cap);
        }
        return with(changed -> changed.cap = cap);
    }

    /** Adds 95 % intervals of the leading metrics, and of their differences to the champion, by resampling rows. */
    public Evaluation bootstrap(int replicates, long seed) {
        EvaluationRows.require(
                replicates >= 100 && replicates <= 100_000,
                "bootstrap needs 100 to 100000 replicates, not " + replicates);
        return with(changed -> changed.bootstrap = new Bootstrap(replicates, seed));
    }

    /**
     * Adds {@link #bootstrap} intervals of further metrics, and with a {@link #champion} the difference of each to the
     * champion's, with its interval. Each replicate computes them anew, so they cost more than those of the leading metrics.
     * A metric that has an interval already (A/E has its own) keeps it.
     *
     * @param metrics as they are logged, without the data set: {@code rmse.per_exposure}
     */
    public Evaluation intervals(String... metrics) {
        EvaluationRows.require(metrics.length > 0, "intervals(metrics) needs the name of a metric");
        List<String> names = List.of(metrics);
        return with(changed -> changed.intervals = names);
    }

    /**
     * Rows of one key (a policyholder, a fleet) are drawn together by {@link #bootstrap}: rows that are not independent of each
     * other make intervals of single rows too narrow.
     *
     * @param keys the key of each row
     */
    public Evaluation clusteredBy(String[] keys) {
        rows.texts("clusteredBy(keys)", keys);
        String[] copy = keys.clone();
        return with(changed -> changed.clusters = copy);
    }

    /**
     * Identifies each row, so that predictions that are kept can be matched with those of another model. Keys are hashed with
     * the secret in the environment variable {@code TRACKING_KEY_SECRET}, and left out without one.
     */
    public Evaluation keys(String[] keys) {
        rows.texts("keys(keys)", keys);
        String[] copy = keys.clone();
        return with(changed -> changed.keys = copy);
    }

    public Kind kind() {
        return kind;
    }

    /** Number of rows. */
    public int size() {
        return rows.weight().length;
    }

    /** What happened, in total per row: claims, amount, loss, target or event. A copy. */
    public double[] actual() {
        return rows.actual().clone();
    }

    /** Exposure, number of claims or weight. A copy. */
    public double[] weight() {
        return rows.weight().clone();
    }

    /** Prediction per unit of weight: annual rate, average cost, target or probability. A copy. */
    public double[] predicted() {
        return rows.rate().clone();
    }

    /** Prediction in total per row. A copy. */
    public double[] expected() {
        return rows.expected();
    }

    /** Whether the rates were divided back from totals, so that equal rates may differ in their last bits. */
    public boolean ratesDerived() {
        return rows.total() != null;
    }

    /** Whether the rows carry weights; rows without have weight 1. */
    public boolean weighted() {
        return rows.weighted();
    }

    public int bins() {
        return options.bins;
    }

    /** Levels per row by factor, in the order of the calls. */
    public Map<String, String[]> factors() {
        Map<String, String[]> copy = new LinkedHashMap<>();
        options.factors.forEach((name, levels) -> copy.put(name, levels.clone()));
        return copy;
    }

    public Optional<double[]> champion() {
        return Optional.ofNullable(options.champion).map(double[]::clone);
    }

    public Optional<double[]> currentPremium() {
        return Optional.ofNullable(options.currentPremium).map(double[]::clone);
    }

    public OptionalDouble trainMean() {
        return options.trainMean == null ? OptionalDouble.empty() : OptionalDouble.of(options.trainMean);
    }

    public OptionalDouble cap() {
        return options.cap == null ? OptionalDouble.empty() : OptionalDouble.of(options.cap);
    }

    /** The key of each row. */
    public Optional<String[]> keys() {
        return Optional.ofNullable(options.keys).map(String[]::clone);
    }

    /** Keys of rows that are drawn together. */
    public Optional<String[]> clusters() {
        return Optional.ofNullable(options.clusters).map(String[]::clone);
    }

    /** Metrics whose intervals are asked for beside those of the leading ones. */
    public List<String> intervalsOf() {
        return options.intervals;
    }

    /**
     * The same for some rows, without intervals.
     *
     * @param rows their numbers, from 0, in any order; one that comes twice counts twice
     */
    public Evaluation ofRows(int[] rows) {
        EvaluationRows.require(rows.length > 0, "ofRows(rows) is empty; an evaluation needs rows");
        for (int row : rows) {
            EvaluationRows.require(
                    row >= 0 && row < size(), "ofRows(rows) names row " + row + ", the rows are 0 to " + (size() - 1));
        }
        return new Evaluation(kind, this.rows.ofRows(rows), options.ofRows(rows));
    }

    /** The champion's evaluation on the same rows, where there is a champion; without intervals. */
    public Optional<Evaluation> ofChampion() {
        return champion().map(predicted -> new Evaluation(kind, rows.predicting(predicted), options.ofChampion()));
    }

    public Optional<Bootstrap> bootstrap() {
        return Optional.ofNullable(options.bootstrap);
    }

    private Evaluation with(Consumer<EvaluationOptions> change) {
        EvaluationOptions changed = options.clone();
        change.accept(changed);
        return new Evaluation(kind, rows, changed);
    }
}
