package io.modeltracking.evaluation;

/** Metrics of an event (1) or none (0), unweighted. */
public final class Classification {

    private Classification() {}

    /**
     * Area under the ROC curve: the probability that a row with the event is predicted higher than one without, a tie counting
     * half (Mann-Whitney). From 0 to 1.
     *
     * @param event 1 or 0 per row, both present
     * @param score any finite score
     */
    public static double auc(double[] event, double[] score) {
        check(event, score);
        Check.finite("score", score);
        return auc(Ranking.of(score), event);
    }

    static double auc(Ranking ranking, double[] event) {
        double wins = 0;
        double negatives = 0;
        int start = 0;
        for (int end : ranking.groupEnds()) {
            double tiedPositives = 0;
            for (int k = start; k < end; k++) {
                tiedPositives += event[ranking.order()[k]] > 0 ? 1 : 0;
            }
            double tiedNegatives = end - start - tiedPositives;
            wins += tiedPositives * (negatives + tiedNegatives / 2);
            negatives += tiedNegatives;
            start = end;
        }
        double positives = ranking.size() - negatives;
        Check.defined(positives > 0, "no row has the event");
        Check.defined(negatives > 0, "every row has the event");
        return wins / (positives * negatives);
    }

    /**
     * {@code -(1/n) Σ (e ln p + (1-e) ln(1-p))}, with 0 ln 0 = 0; nothing is clipped, so a probability of 0 or 1 that turns out
     * wrong leaves it undefined.
     */
    public static double logLoss(double[] event, double[] probability) {
        check(event, probability);
        probability(probability);
        Sum sum = new Sum();
        int wrong = 0;
        int first = -1;
        for (int i = 0; i < event.length; i++) {
            double likelihood = event[i] == 1 ? probability[i] : 1 - probability[i];
            if (likelihood == 0) {
                first = wrong++ == 0 ? i : first;
            } else {
                sum.add(event[i] == 1 ? StrictMath.log(likelihood) : StrictMath.log1p(-probability[i]));
            }
        }
        Check.defined(
                wrong == 0,
                wrong + " of " + event.length
                        + " rows had a probability of exactly 0 or 1 and were wrong, the first is row " + first
                        + " (rows count from 0): the loss is infinite");
        return -sum.value() / event.length;
    }

    /** Brier score, {@code (1/n) Σ (e - p)²}; from 0, less is better. */
    public static double brier(double[] event, double[] probability) {
        check(event, probability);
        probability(probability);
        return Deviance.NORMAL.perRow(event, probability);
    }

    private static void check(double[] event, double[] score) {
        Check.sameLength(event, score);
        Check.all("event", event, "0 or 1", v -> v == 0 || v == 1);
    }

    private static void probability(double[] probability) {
        Check.all("probability", probability, "from 0 to 1", v -> v >= 0 && v <= 1);
    }
}
