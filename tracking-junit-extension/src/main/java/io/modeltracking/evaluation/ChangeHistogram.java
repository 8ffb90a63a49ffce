package io.modeltracking.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How the weight spreads over the change {@code model / champion - 1} of each row. Bins are equally wide on the log scale, a
 * factor of 1.05 each, so that a rise by a quarter and the fall that undoes it look alike; the middle one is around no change.
 */
final class ChangeHistogram {

    private static final double STEP = StrictMath.log(1.05);
    /** From a change of -77 % to one of +332 %: what lies beyond counts to the outermost bin. */
    private static final int MOST = 30;

    private ChangeHistogram() {}

    static Figure of(double[] champion, double[] rate, double[] weight, Units units) {
        Dislocation dislocation = Dislocation.of(champion, rate, weight);
        Sum[] weights =
                IntStream.rangeClosed(-MOST, MOST).mapToObj(bin -> new Sum()).toArray(Sum[]::new);
        for (int i = 0; i < rate.length; i++) {
            double steps = StrictMath.rint(StrictMath.log(rate[i] / champion[i]) / STEP);
            weights[MOST + (int) Math.max(-MOST, Math.min(MOST, steps))].add(weight[i]);
        }
        double all = Sum.of(weight);
        int[] bins = occurring(weights);
        return new Figure(
                Figure.Kind.HISTOGRAM,
                "Premium dislocation",
                "What policyholders would notice of a change from the champion to the model.",
                "change of predicted " + units.rate() + ": " + percent(dislocation.over10()) + " of the "
                        + units.weight() + " over ±10 %, " + percent(dislocation.over25()) + " over ±25 %",
                "share of " + units.weight(),
                Table.named("dislocation")
                        .texts(
                                "bin",
                                Arrays.stream(bins)
                                        .mapToObj(ChangeHistogram::label)
                                        .toArray(String[]::new))
                        .numbers(
                                "lower",
                                Arrays.stream(bins)
                                        .mapToDouble(bin -> bin == -MOST ? -1 : change(bin - 0.5))
                                        .toArray())
                        .numbers(
                                "upper",
                                Arrays.stream(bins)
                                        .mapToDouble(bin -> bin == MOST ? Double.POSITIVE_INFINITY : change(bin + 0.5))
                                        .toArray())
                        .numbers(
                                "weight",
                                Arrays.stream(bins)
                                        .mapToDouble(bin -> weights[MOST + bin].value())
                                        .toArray())
                        .numbers(
                                "share",
                                Arrays.stream(bins)
                                        .mapToDouble(bin -> weights[MOST + bin].value() / all)
                                        .toArray())
                        .unit("weight", units.weight())
                        .build());
    }

    /** All from the first to the last with weight, and no change in any case. */
    private static int[] occurring(Sum[] weights) {
        int first = 0;
        int last = 0;
        for (int bin = -MOST; bin <= MOST; bin++) {
            if (weights[MOST + bin].value() > 0) {
                first = Math.min(first, bin);
                last = Math.max(last, bin);
            }
        }
        return IntStream.rangeClosed(first, last).toArray();
    }

    private static double change(double steps) {
        return StrictMath.exp(STEP * steps) - 1;
    }

    /** The middle of the bin. */
    private static String label(int bin) {
        String change = String.format(Locale.ROOT, bin == 0 ? "%.0f %%" : "%+.0f %%", 100 * change(bin));
        return bin == -MOST ? "≤ " + change : bin == MOST ? "≥ " + change : change;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
