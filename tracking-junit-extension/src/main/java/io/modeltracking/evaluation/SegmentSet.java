package io.modeltracking.evaluation;

import io.modeltracking.Evaluation.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** A/E of parts of the rows, each with its 95 % interval: the bins of the prediction, and the level of a factor that is worst. */
final class SegmentSet {

    private static final double LEAST_SHARE = 0.01;

    private SegmentSet() {}

    static void record(Rows rows, Recorder recorder) {
        bins(rows, recorder);
        worstLevels(rows, recorder);
    }

    private static void bins(Rows rows, Recorder recorder) {
        int bins = rows.evaluation().bins();
        List<Segment> segments = rows.lift().segments();
        int[] binOfRow = counts(rows) ? null : rows.binOfRow();
        for (Segment segment : segments) {
            String name = bins == 10 ? "decile_" + segment.label() : "bin_" + segment.label() + "_of_" + bins;
            int bin = Integer.parseInt(segment.label()) - 1;
            log("actual_expected." + name, interval(rows, segment, row -> binOfRow[row] == bin), recorder);
        }
        recorder.metric(
                "actual_expected.worst_" + (bins == 10 ? "decile" : "bin_of_" + bins),
                () -> segments.stream()
                        .max(Comparator.comparingDouble(FactorTable::distance))
                        .orElseThrow()
                        .actualExpected());
    }

    /** One figure a factor: the A/E that is furthest from 1 among levels with at least 1 % of the weight. */
    static void worstLevels(Rows rows, Recorder recorder) {
        rows.factors().forEach((slug, factor) -> {
            String name = "actual_expected.worst." + slug;
            recorder.metric(name, () -> factor.worst(LEAST_SHARE).actualExpected());
            if (recorder.has(name)) {
                Segment worst = factor.worst(LEAST_SHARE);
                String[] levels = rows.evaluation().factors().get(factor.factor());
                ActualExpected interval = interval(rows, worst, row -> levels[row].equals(worst.label()));
                recorder.bounds(name, interval.lower(), interval.upper());
            }
        });
    }

    private static void log(String name, ActualExpected interval, Recorder recorder) {
        recorder.metric(name, interval::ratio);
        recorder.bounds(name, interval.lower(), interval.upper());
    }

    /** Exact for claim counts; for money and events that of a ratio of sums. */
    private static ActualExpected interval(Rows rows, Segment segment, IntPredicate within) {
        return counts(rows)
                ? ActualExpected.ofCounts(segment.actual(), segment.expected())
                : ActualExpected.ofAmounts(rows.actual(), rows.expected(), segment.actualExpected(), within);
    }

    private static boolean counts(Rows rows) {
        return rows.evaluation().kind() == Kind.FREQUENCY;
    }
}
