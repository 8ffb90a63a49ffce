package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;

/** One evaluation's arrays, and what its metrics share: the observed rates and the one sort by predicted rate. */
final class Rows {

    private final Evaluation evaluation;
    private final double[] actual;
    private final double[] weight;
    private final double[] predicted;
    private final double[] expected;
    private final double[] observed;
    private final Ranking ranking;

    Rows(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.actual = evaluation.actual();
        this.weight = evaluation.weight();
        this.predicted = evaluation.predicted();
        this.expected = evaluation.expected();
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

    double observedMean() {
        return Sum.of(actual) / Sum.of(weight);
    }

    LiftTable lift() {
        return LiftTable.of(ranking, actual, expected, weight, evaluation.bins());
    }
}
