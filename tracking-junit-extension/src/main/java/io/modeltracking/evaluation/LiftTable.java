package io.modeltracking.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Actual and expected in bins of equal exposure, ordered by the predicted rate ("simple quantile plot").
 *
 * <p>Rows are ordered by rate, ascending and stable; with c the cumulative exposure up to and including a row its bin is
 * {@code min(k, 1 + floor(k (c - w/2) / W))}. Equal rates may fall into two bins. Empty bins are left out.
 *
 * @param bins how many bins were asked for
 * @param segments the bins that have rows, labelled from 1
 */
public record LiftTable(int bins, List<Segment> segments) {

    public LiftTable {
        segments = List.copyOf(segments);
    }

    /**
     * @param total claims or losses per row
     * @param rate predicted rate per row
     * @param exposure positive
     * @param bins 2 or more
     */
    public static LiftTable of(double[] total, double[] rate, double[] exposure, int bins) {
        Check.sameLength(total, rate, exposure);
        Check.finite("claims or losses", total);
        Check.finite("predicted", rate);
        Check.positive("exposure", exposure);
        double[] expected = new double[rate.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = exposure[i] * rate[i];
        }
        return of(Ranking.of(rate), total, expected, exposure, bins);
    }

    static LiftTable of(Ranking ranking, double[] total, double[] expected, double[] weight, int k) {
        Check.argument(k >= 2, "a lift table needs 2 bins or more, not " + k);
        int[] bins = EqualBins.of(ranking, weight, k);
        List<Segment> segments = new ArrayList<>();
        Segment.Builder segment = new Segment.Builder();
        for (int position = 0; position < bins.length; position++) {
            int row = ranking.order()[position];
            segment.add(weight[row], total[row], expected[row]);
            if (position + 1 == bins.length || bins[position + 1] != bins[position]) {
                segments.add(segment.build(Integer.toString(bins[position] + 1)));
                segment = new Segment.Builder();
            }
        }
        return new LiftTable(k, segments);
    }

    /** Observed rate of the top bin, relative to that of all rows. */
    public double topLift() {
        Segment.Builder all = new Segment.Builder();
        segments.forEach(segment -> all.add(segment.weight(), segment.actual(), segment.expected()));
        Check.defined(all.build("").actual() > 0, "nothing was observed, so no bin can be related to it");
        return bin(bins).observedRate() / all.build("").observedRate();
    }

    /** Observed rate of the top bin, relative to that of the bottom bin. */
    public double topOverBottom() {
        double bottom = bin(1).observedRate();
        Check.defined(bottom > 0, "the bottom bin has an observed rate of 0");
        return bin(bins).observedRate() / bottom;
    }

    /** How many bins have an observed rate below that of the bin before. */
    public int inversions() {
        int inversions = 0;
        for (int i = 1; i < segments.size(); i++) {
            inversions += segments.get(i).observedRate() < segments.get(i - 1).observedRate() ? 1 : 0;
        }
        return inversions;
    }

    private Segment bin(int number) {
        String label = Integer.toString(number);
        return segments.stream()
                .filter(segment -> segment.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UndefinedMetricException("bin " + label + " of " + bins + " has no rows"));
    }
}
