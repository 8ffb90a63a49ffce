package io.modeltracking.evaluation;

import java.util.List;

/**
 * Loss ratios of today's premium in bins of equal exposure, ordered by {@code model / premium}: rising bars mean that the
 * model finds what today's premium does not charge.
 *
 * @param segments per bin: exposure, loss (actual) and premium (expected); {@link Segment#actualExpected} is the loss ratio
 */
public record LossRatio(List<Segment> segments) {

    public LossRatio {
        segments = List.copyOf(segments);
    }

    /**
     * @param loss per row, 0 or more
     * @param premium charged per row, in total, positive
     * @param model the model's expected loss per row, in total
     * @param exposure positive
     */
    public static LossRatio of(double[] loss, double[] premium, double[] model, double[] exposure, int bins) {
        Check.sameLength(loss, premium, model, exposure);
        Check.notNegative("loss", loss);
        Check.positive("premium", premium);
        Check.finite("model", model);
        Check.positive("exposure", exposure);
        double[] ratio = new double[loss.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = model[i] / premium[i];
        }
        return new LossRatio(
                LiftTable.of(Ranking.of(ratio), loss, premium, exposure, bins).segments());
    }
}
