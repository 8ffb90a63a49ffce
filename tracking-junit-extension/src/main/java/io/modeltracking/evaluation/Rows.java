package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import io.modeltracking.Evaluation.Kind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One evaluation's arrays, and what its metrics share: the observed rates and the one sort by predicted rate. */
final class Rows {

    private final Evaluation evaluation;
    private final double[] actual;
    private final double[] weight;
    private final double[] predicted;
    private final double[] expected;
    private final double[] observed;
    private final double[] champion;
    private final Ranking ranking;
    private LiftTable lift;
    private DoubleLift doubleLift;
    private Map<String, FactorTable> factors;

    Rows(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.actual = evaluation.actual();
        this.weight = evaluation.weight();
        this.predicted = evaluation.predicted();
        this.expected = evaluation.expected();
        this.champion = evaluation.champion().orElse(null);
        this.observed = new double[actual.length];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = actual[i] / weight[i];
        }
        this.ranking = Ranking.of(predicted, evaluation.ratesDerived() ? Ranking.DERIVED : 0);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Totals. */
    double[] actual() {
        return actual;
    }

    double[] weight() {
        return weight;
    }

    /** Rates. */
    double[] predicted() {
        return predicted;
    }

    /** Totals. */
    double[] expected() {
        return expected;
    }

    /** Rates. */
    double[] observed() {
        return observed;
    }

    Ranking ranking() {
        return ranking;
    }

    Optional<double[]> champion() {
        return Optional.ofNullable(champion);
    }

    /** Whether predictions are positive amounts, so that ratios of them have a meaning. */
    boolean ratios() {
        return evaluation.kind() != Kind.REGRESSION && evaluation.kind() != Kind.BINARY;
    }

    ScoreDecomposition decomposition(Deviance deviance) {
        double score = deviance.mean(observed, predicted, weight);
        return ScoreDecomposition.of(deviance, ranking, actual, observed, predicted, weight, score);
    }

    /** Only with a champion. */
    DoubleLift doubleLift() {
        if (doubleLift == null) {
            doubleLift = DoubleLift.of(actual, weight, champion, predicted, evaluation.bins());
        }
        return doubleLift;
    }

    double observedMean() {
        return Sum.of(actual) / Sum.of(weight);
    }

    /** Actual and expected by factor, under names that fit into a file's or a metric's. */
    Map<String, FactorTable> factors() {
        if (factors == null) {
            factors = new LinkedHashMap<>();
            evaluation.factors().forEach((name, levels) -> {
                String slug = slug(name);
                String free = slug;
                for (int number = 2; factors.containsKey(free); number++) {
                    free = slug + "_" + number;
                }
                factors.put(free, FactorTable.of(name, levels, actual, expected, weight));
            });
        }
        return factors;
    }

    /** Lower snake case: {@code DrivAge} is {@code driv_age}. */
    static String slug(String name) {
        String snake = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return snake.isEmpty() ? "factor" : snake;
    }

    /** Number of the bin of each row, from 0. */
    int[] binOfRow() {
        int[] binOfPosition = EqualBins.of(ranking, weight, evaluation.bins());
        int[] binOfRow = new int[binOfPosition.length];
        for (int position = 0; position < binOfPosition.length; position++) {
            binOfRow[ranking.order()[position]] = binOfPosition[position];
        }
        return binOfRow;
    }

    LiftTable lift() {
        if (lift == null) {
            lift = LiftTable.of(ranking, actual, expected, weight, evaluation.bins());
        }
        return lift;
    }
}
