package io.modeltracking.evaluation;

import java.util.Locale;
import java.util.function.DoublePredicate;

/** Domain checks: an error gives the rule, the number of rows that break it and the first of them. */
final class Check {

    private Check() {}

    static void sameLength(double[] first, double[]... others) {
        if (first.length == 0) {
            throw new IllegalArgumentException("no rows: a metric needs at least one");
        }
        for (double[] other : others) {
            if (other.length != first.length) {
                throw new IllegalArgumentException(
                        "arrays of unequal length: " + first.length + " and " + other.length + " rows");
            }
        }
    }

    static void finite(String name, double[] values) {
        all(name, values, "finite", v -> true);
    }

    static void positive(String name, double[] values) {
        all(name, values, "positive", v -> v > 0);
    }

    static void notNegative(String name, double[] values) {
        all(name, values, "0 or more", v -> v >= 0);
    }

    static void all(String name, double[] values, String rule, DoublePredicate holds) {
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
                    "%s must be finite%s: %d of %d rows are not, the first is row %d (%s, rows count from 0)",
                    name,
                    rule.equals("finite") ? "" : " and " + rule,
                    bad,
                    values.length,
                    first,
                    values[first]));
        }
    }

    static void argument(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static void defined(boolean exists, String reason) {
        if (!exists) {
            throw new UndefinedMetricException(reason);
        }
    }
}
