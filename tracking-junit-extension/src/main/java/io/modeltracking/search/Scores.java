package io.modeltracking.search;

import io.modeltracking.search.History.Entry;
import java.util.Arrays;
import java.util.List;

/** Objectives and violations as a Gaussian process likes them: greater is better, or standardised at least. */
final class Scores {

    /** What an accepted trial's violation counts as, in units of the median violation's root. */
    private static final double ACCEPTED = -1;
    /** How many times as far from the middle half of the objectives as that is wide one may lie and still tell others apart. */
    private static final double FENCE = 10;
    /** The middle of the jump from there to the least violation. */
    private static final double BORDER = ACCEPTED / 2;

    private Scores() {}

    /**
     * The negated objectives, standardised and made as normal as {@link YeoJohnson} can. One that is far from all others, as
     * that of a training which diverged, counts as no further than a fence around them: on its scale the others would be
     * equal. Infinite ones lie there too, or at the greatest or least finite one.
     */
    static double[] objectives(List<Entry> entries) {
        double[] values =
                entries.stream().mapToDouble(entry -> -entry.trial().value()).toArray();
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new double[values.length];
        }
        int last = sorted.length - 1;
        double low = sorted[last / 4];
        double high = sorted[last - last / 4];
        double fence = high > low ? FENCE * (high - low) : Double.POSITIVE_INFINITY;
        double least = Math.max(sorted[0], low - fence);
        double greatest = Math.min(sorted[last], high + fence);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(Math.max(values[i], least), greatest);
        }
        return standardised(YeoJohnson.normalised(standardised(values)));
    }

    /** Violations, standardised; null where no constraint was violated. */
    static double[] violations(List<Entry> entries) {
        double[] raw = rawViolations(entries);
        return raw == null ? null : standardised(raw);
    }

    /** Where the border of what is accepted lies on the scale of {@link #violations}. */
    static double threshold(List<Entry> entries) {
        double[] raw = rawViolations(entries);
        return (BORDER - mean(raw)) / deviation(raw);
    }

    /** A jump at the border keeps the two sides apart; the root tames great violations. */
    private static double[] rawViolations(List<Entry> entries) {
        double[] violated = entries.stream()
                .mapToDouble(entry -> entry.trial().violation())
                .filter(each -> each > 0)
                .map(each -> Math.min(each, Double.MAX_VALUE))
                .sorted()
                .toArray();
        if (violated.length == 0) {
            return null;
        }
        double median = violated[violated.length / 2];
        return entries.stream()
                .mapToDouble(entry -> entry.trial().isFeasible()
                        ? ACCEPTED
                        : Math.sqrt(Math.min(entry.trial().violation() / median, 1e6)))
                .toArray();
    }

    private static double[] standardised(double[] values) {
        double mean = mean(values);
        double deviation = deviation(values);
        return Arrays.stream(values).map(each -> (each - mean) / deviation).toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each / values.length;
        }
        return sum;
    }

    /** The standard deviation, 1 where all values are equal. */
    private static double deviation(double[] values) {
        double mean = mean(values);
        double greatest = 0;
        for (double each : values) {
            greatest = Math.max(greatest, Math.abs(each - mean));
        }
        if (!(greatest > 0)) {
            return 1;
        }
        double sum = 0;
        for (double each : values) {
            double scaled = (each - mean) / greatest;
            sum += scaled * scaled;
        }
        return greatest * Math.sqrt(sum / values.length);
    }
}
