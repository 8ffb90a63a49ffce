package io.modeltracking;

import io.modeltracking.Evaluation.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * The checked arrays of an {@link Evaluation}.
 *
 * @param actual what happened, in total per row
 * @param weight exposure, number of claims, or ones
 * @param weighted whether the weights were given
 * @param rate prediction per unit of weight
 * @param total prediction in total, null unless that is what was given
 */
record EvaluationRows(double[] actual, double[] weight, boolean weighted, double[] rate, double[] total) {

    private static final String LOG_LINK = "positive, since the deviance of a log-link model is undefined elsewhere";

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A checked copy: every row finite and as the rule says, and as many rows as asked for (any, when negative). */
    static double[] checked(String name, double[] values, int rows, String rule, DoublePredicate holds) {
        require(values != null, name + " is null; pass one value a row");
        require(values.length > 0, name + " is empty; an evaluation needs rows");
        require(
                rows < 0 || values.length == rows,
                name + " has " + values.length + " rows, the arrays before it have " + rows + "; pass one value a row");
        int bad = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!(Double.isFinite(values[i]) && holds.test(values[i]))) {
                first = bad++ == 0 ? i : first;
            }
        }
        if (bad > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be finite and %s: %d of %d rows are not, the first is row %d (%s, rows count from 0)."
                            + " Rows are never dropped: correct the data or the model.",
                    name,
                    rule,
                    bad,
                    values.length,
                    first,
                    values[first]));
        }
        return values.clone();
    }

    /** The one column of XGBoost4J's predictions. */
    static double[] column(String name, float[][] rows) {
        require(rows != null, name + " is null; pass one value a row");
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            require(
                    rows[i] != null && rows[i].length == 1,
                    name + " has " + (rows[i] == null ? "no" : rows[i].length) + " values in row " + i
                            + " (rows count from 0); pass the predictions of one output");
            column[i] = rows[i][0];
        }
        return column;
    }

    static double[] positive(String name, double[] values, int rows) {
        return checked(name, values, rows, "positive", v -> v > 0);
    }

    static double[] prediction(Kind kind, String name, double[] values, int rows) {
        return switch (kind) {
            case FREQUENCY, SEVERITY, PURE_PREMIUM -> checked(name, values, rows, LOG_LINK, v -> v > 0);
            case REGRESSION -> checked(name, values, rows, "a number", v -> true);
            case BINARY -> checked(name, values, rows, "a probability from 0 to 1", v -> v >= 0 && v <= 1);
        };
    }

    /** Rows whose prediction is per unit of weight; {@code weight} null for ones. */
    static EvaluationRows ofRate(Kind kind, String name, double[] actual, double[] weight, double[] rate) {
        double[] checked = prediction(kind, name, rate, actual.length);
        double[] ones = weight == null ? new double[actual.length] : weight;
        if (weight == null) {
            Arrays.fill(ones, 1);
        }
        return new EvaluationRows(actual, ones, weight != null, checked, null);
    }

    /** Rows whose prediction is in total. */
    static EvaluationRows ofTotal(Kind kind, String name, double[] actual, double[] weight, double[] total) {
        double[] checked = prediction(kind, name, total, actual.length);
        double[] rate = new double[checked.length];
        for (int i = 0; i < rate.length; i++) {
            rate[i] = checked[i] / weight[i];
        }
        return new EvaluationRows(
                actual, weight, true, prediction(kind, name + " / weight", rate, rate.length), checked);
    }

    EvaluationRows ofRows(int[] rows) {
        return new EvaluationRows(
                pick(actual, rows),
                pick(weight, rows),
                weighted,
                pick(rate, rows),
                total == null ? null : pick(total, rows));
    }

    /** The same rows with other predictions, per unit of weight. */
    EvaluationRows predicting(double[] other) {
        return new EvaluationRows(actual, weight, weighted, other, null);
    }

    static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    double[] expected() {
        if (total != null) {
            return total.clone();
        }
        double[] expected = new double[rate.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = weight[i] * rate[i];
        }
        return expected;
    }

    double[] prediction(Kind kind, String name, double[] values) {
        return prediction(kind, name, values, rate.length);
    }

    double[] positive(String name, double[] values) {
        return positive(name, values, rate.length);
    }

    /** @param call what the texts were given to, for messages */
    void texts(String call, String[] texts) {
        require(texts != null, call + " is given null; pass one text a row");
        require(
                texts.length == rate.length,
                call + " is given " + texts.length + " rows, the evaluation has " + rate.length);
        int bad = 0;
        int first = -1;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == null) {
                first = bad++ == 0 ? i : first;
            }
        }
        require(
                bad == 0,
                call + ": " + bad + " of " + texts.length + " texts are null, the first is row " + first
                        + " (rows count from 0); name one for unknown values");
    }

    void averageAtMost(double cap) {
        double[] average = new double[actual.length];
        for (int i = 0; i < average.length; i++) {
            average[i] = actual[i] / weight[i];
        }
        double slack = cap * (1 + 1e-12);
        checked("claimAmount / claims", average, average.length, "at most the cap of " + cap, v -> v <= slack);
    }
}
