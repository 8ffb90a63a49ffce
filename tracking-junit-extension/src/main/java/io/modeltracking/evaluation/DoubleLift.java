package io.modeltracking.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Two models against what happened, where they disagree: both are rebased to the actual total, rows are ordered by {@code
 * model / champion} and cut into bins of equal exposure. The better model is nearer to actual.
 *
 * @param bins the bins that have rows, by rising ratio
 */
public record DoubleLift(List<Bin> bins) {

    /**
     * Rates of a bin, each relative to the overall observed rate.
     *
     * @param number from 1
     */
    public record Bin(int number, double weight, double actual, double champion, double model) {

        boolean modelIsNearer() {
            return Math.abs(model - actual) < Math.abs(champion - actual);
        }
    }

    public DoubleLift {
        bins = List.copyOf(bins);
    }

    /**
     * @param total claims or losses per row
     * @param exposure positive
     * @param champion the champion's rates, positive
     * @param model the model's rates, positive
     * @param k number of bins
     */
    public static DoubleLift of(double[] total, double[] exposure, double[] champion, double[] model, int k) {
        Check.sameLength(total, exposure, champion, model);
        Check.finite("claims or losses", total);
        Check.positive("exposure", exposure);
        Check.positive("champion", champion);
        Check.positive("model", model);
        Check.argument(k >= 2, "a double lift needs 2 bins or more, not " + k);
        double mean = Sum.of(total) / Sum.of(exposure);
        Check.defined(mean > 0, "nothing was observed, so neither model can be rebased to it");
        double[] ratio = new double[total.length];
        Sum championTotal = new Sum();
        Sum modelTotal = new Sum();
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = model[i] / champion[i];
            championTotal.add(exposure[i] * champion[i]);
            modelTotal.add(exposure[i] * model[i]);
        }
        double rebaseChampion = Sum.of(total) / championTotal.value();
        double rebaseModel = Sum.of(total) / modelTotal.value();
        Ranking ranking = Ranking.of(ratio);
        int[] bin = EqualBins.of(ranking, exposure, k);
        List<Bin> bins = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= bin.length; end++) {
            if (end < bin.length && bin[end] == bin[start]) {
                continue;
            }
            Segment.Builder first = new Segment.Builder();
            Sum second = new Sum();
            for (int position = start; position < end; position++) {
                int row = ranking.order()[position];
                first.add(exposure[row], total[row], exposure[row] * champion[row]);
                second.add(exposure[row] * model[row]);
            }
            Segment segment = first.build("");
            bins.add(new Bin(
                    bin[start] + 1,
                    segment.weight(),
                    segment.observedRate() / mean,
                    segment.predictedRate() * rebaseChampion / mean,
                    second.value() / segment.weight() * rebaseModel / mean));
            start = end;
        }
        return new DoubleLift(bins);
    }

    /** Exposure-weighted mean distance of the model to actual, relative to the overall rate. */
    public double modelError() {
        return error(true);
    }

    /** Exposure-weighted mean distance of the champion to actual, relative to the overall rate. */
    public double championError() {
        return error(false);
    }

    /** Share of the bins in which the model is nearer to actual; a draw counts for the champion. */
    public double shareWon() {
        return bins.stream().filter(Bin::modelIsNearer).count() / (double) bins.size();
    }

    private double error(boolean ofModel) {
        Sum error = new Sum();
        Sum weight = new Sum();
        for (Bin bin : bins) {
            error.add(bin.weight() * Math.abs((ofModel ? bin.model() : bin.champion()) - bin.actual()));
            weight.add(bin.weight());
        }
        return error.value() / weight.value();
    }
}
