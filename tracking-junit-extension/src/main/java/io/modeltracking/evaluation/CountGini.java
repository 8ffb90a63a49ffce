package io.modeltracking.evaluation;

/**
 * Two Gini indices by policy count as other tools print them, for comparison with their figures. Neither pools ties nor knows
 * exposure: among equal predictions the value depends on the order of the rows.
 */
public final class CountGini {

    private CountGini() {}

    /**
     * As in scikit-learn's insurance examples: rows ascending by prediction, x = n points evenly from 0 to 1, y the cumulative
     * share of claims, {@code 1 - 2 · area}. Needs two rows.
     */
    public static double sklearn(double[] claims, double[] predicted) {
        check(claims, predicted);
        return sklearn(Ranking.of(predicted), claims);
    }

    /**
     * As in Kaggle's competitions: rows descending by prediction, area between the cumulative share of claims and that of the
     * rows, divided by the same area for the rows ranked by their claims.
     */
    public static double kaggleNormalised(double[] claims, double[] predicted) {
        check(claims, predicted);
        return kaggleNormalised(Ranking.of(predicted), claims);
    }

    static double sklearn(Ranking ranking, double[] claims) {
        int n = ranking.size();
        Check.defined(n > 1, "one row has no order");
        double all = Sum.of(claims);
        Check.defined(all > 0, "all rows have 0 claims, so there is no share of them");
        Sum area = new Sum();
        Sum cumulated = new Sum();
        cumulated.add(claims[ranking.order()[0]]);
        for (int k = 1; k < n; k++) {
            double before = cumulated.value();
            cumulated.add(claims[ranking.order()[k]]);
            area.add(before + cumulated.value());
        }
        return 1 - area.value() / ((n - 1) * all);
    }

    static double kaggleNormalised(Ranking ranking, double[] claims) {
        double oracle = kaggle(Ranking.of(claims), claims);
        Check.defined(oracle != 0, "all rows have the same number of claims");
        return kaggle(ranking, claims) / oracle;
    }

    /** The area, which is half a Gini; descending, ties in the order of the rows. */
    static double kaggle(Ranking ranking, double[] claims) {
        int n = ranking.size();
        double all = Sum.of(claims);
        Check.defined(all > 0, "all rows have 0 claims, so there is no share of them");
        Sum area = new Sum();
        Sum cumulated = new Sum();
        int[] ends = ranking.groupEnds();
        for (int group = ends.length - 1; group >= 0; group--) {
            int start = group == 0 ? 0 : ends[group - 1];
            for (int k = start; k < ends[group]; k++) {
                cumulated.add(claims[ranking.order()[k]]);
                area.add(cumulated.value());
            }
        }
        return (area.value() / all - (n + 1) / 2.0) / n;
    }

    private static void check(double[] claims, double[] predicted) {
        Check.sameLength(claims, predicted);
        Check.notNegative("claims", claims);
        Check.finite("predicted", predicted);
    }
}
