package io.modeltracking.evaluation;

/**
 * How far a model's rates are from the champion's, row by row: what policyholders would notice of a change ("rate disruption").
 *
 * @param meanAbsolute weighted mean of {@code |m / champion - 1|}
 * @param over10 share of the weight with {@code |m / champion - 1| > 0.1}, from 0 to 1
 * @param over25 the same for 0.25
 */
public record Dislocation(double meanAbsolute, double over10, double over25) {

    /**
     * @param champion rates, positive
     * @param rate the model's, positive
     * @param weight exposure or number of claims, positive
     */
    public static Dislocation of(double[] champion, double[] rate, double[] weight) {
        Check.sameLength(champion, rate, weight);
        Check.positive("champion", champion);
        Check.positive("predicted", rate);
        Check.positive("weight", weight);
        Sum all = new Sum();
        Sum changes = new Sum();
        Sum over10 = new Sum();
        Sum over25 = new Sum();
        for (int i = 0; i < rate.length; i++) {
            double change = Math.abs(rate[i] / champion[i] - 1);
            all.add(weight[i]);
            changes.add(weight[i] * change);
            over10.add(change > 0.1 ? weight[i] : 0);
            over25.add(change > 0.25 ? weight[i] : 0);
        }
        return new Dislocation(
                changes.value() / all.value(), over10.value() / all.value(), over25.value() / all.value());
    }
}
