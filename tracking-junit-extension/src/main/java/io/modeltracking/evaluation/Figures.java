package io.modeltracking.evaluation;

import io.modeltracking.Evaluation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Charts by bin and by level, as data. */
final class Figures {

    private static final int MAX_LEVELS = 40;

    private Figures() {}

    static void record(Rows rows, Units units, Recorder recorder) {
        recorder.figure("lift", () -> lift(rows, units));
        if (rows.ratios()) {
            recorder.figure("actual_expected_by_bin", () -> ratio(rows, units));
        }
        rows.factors()
                .forEach((slug, factor) ->
                        recorder.figure("actual_expected_by_" + slug, () -> factor(slug, factor, units)));
        if (rows.ratios()) {
            rows.champion().ifPresent(champion -> {
                recorder.figure("double_lift", () -> doubleLift(rows.doubleLift(), units));
                recorder.figure(
                        "dislocation", () -> ChangeHistogram.of(champion, rows.predicted(), rows.weight(), units));
            });
        }
        rows.evaluation()
                .currentPremium()
                .ifPresent(premium -> recorder.figure("loss_ratio", () -> lossRatio(rows, premium, units)));
        Curves.record(rows, units, recorder);
    }

    private static Figure lift(Rows rows, Units units) {
        List<Segment> bins = rows.lift().segments();
        return new Figure(
                Figure.Kind.LIFT,
                "Lift",
                "Bins of equal " + units.weight()
                        + ", lowest predictions first: steep and on top of each other is good.",
                "bin of predicted " + units.rate(),
                units.rate(),
                rates("lift", "bin", bins, units).build());
    }

    private static Figure ratio(Rows rows, Units units) {
        List<Segment> bins = rows.lift().segments();
        Table.Builder table = Table.named("actual_expected_by_bin")
                .texts("segment", bins, Segment::label)
                .numbers("weight", bins, Segment::weight)
                .numbers("actual_expected", bins, Segment::actualExpected)
                .unit("weight", units.weight());
        boolean counts = rows.evaluation().kind() == Kind.FREQUENCY;
        if (counts) {
            List<ActualExpected> exact = bins.stream()
                    .map(bin -> ActualExpected.ofCounts(bin.actual(), bin.expected()))
                    .toList();
            table.numbers("lower", exact, ActualExpected::lower).numbers("upper", exact, ActualExpected::upper);
        }
        return new Figure(
                Figure.Kind.RATIO,
                "Actual / expected by bin",
                "1 is balanced; a slope means that high predictions are too high or too low."
                        + (counts ? " Whiskers: exact 95 % Poisson intervals." : ""),
                "bin of predicted " + units.rate(),
                "actual / expected",
                table.build());
    }

    private static Figure factor(String slug, FactorTable factor, Units units) {
        List<Segment> shown = largest(factor.segments());
        return new Figure(
                Figure.Kind.ACTUAL_EXPECTED,
                "Actual and expected by " + factor.factor(),
                shown.size() == factor.segments().size()
                        ? "The lines should agree wherever the bars show much " + units.weight() + "."
                        : "The " + shown.size() + " of " + factor.segments().size() + " levels with most "
                                + units.weight() + ".",
                factor.factor(),
                units.rate(),
                rates("actual_expected_by_" + slug, "segment", shown, units).build());
    }

    /** The levels with most weight, in their order; a chart of thousands of postcodes shows nothing. */
    private static List<Segment> largest(List<Segment> segments) {
        List<Segment> kept = new ArrayList<>(segments);
        if (kept.size() > MAX_LEVELS) {
            kept.sort(Comparator.comparingDouble(Segment::weight).reversed());
            kept.subList(MAX_LEVELS, kept.size()).clear();
            kept.sort(Comparator.comparingInt(segments::indexOf));
        }
        return kept;
    }

    private static Figure doubleLift(DoubleLift lift, Units units) {
        List<DoubleLift.Bin> bins = lift.bins();
        return new Figure(
                Figure.Kind.DOUBLE_LIFT,
                "Double lift",
                "Where the models disagree, left the model predicts less than the champion: nearer to actual is better.",
                "bin of model / champion",
                units.rate() + ", relative to the mean",
                Table.named("double_lift")
                        .texts("bin", bins, bin -> Integer.toString(bin.number()))
                        .numbers("weight", bins, DoubleLift.Bin::weight)
                        .numbers("actual", bins, DoubleLift.Bin::actual)
                        .numbers("expected", bins, DoubleLift.Bin::model)
                        .numbers("champion", bins, DoubleLift.Bin::champion)
                        .unit("weight", units.weight())
                        .build());
    }

    private static Figure lossRatio(Rows rows, double[] premium, Units units) {
        List<Segment> bins = LossRatio.of(
                        rows.actual(),
                        premium,
                        rows.expected(),
                        rows.weight(),
                        rows.evaluation().bins())
                .segments();
        return new Figure(
                Figure.Kind.LOSS_RATIO,
                "Loss ratio of the current premium",
                "Rising bars: the model finds what the current premium does not charge.",
                "bin of model / current premium",
                "loss / current premium",
                Table.named("loss_ratio")
                        .texts("bin", bins, Segment::label)
                        .numbers("weight", bins, Segment::weight)
                        .numbers("loss", bins, Segment::actual)
                        .numbers("premium", bins, Segment::expected)
                        .numbers("loss_ratio", bins, Segment::actualExpected)
                        .unit("weight", units.weight())
                        .build());
    }

    private static Table.Builder rates(String name, String label, List<Segment> segments, Units units) {
        return Table.named(name)
                .texts(label, segments, Segment::label)
                .numbers("weight", segments, Segment::weight)
                .numbers("actual", segments, Segment::observedRate)
                .numbers("expected", segments, Segment::predictedRate)
                .numbers("actual_expected", segments, Segment::actualExpected)
                .unit("weight", units.weight())
                .unit("actual", units.rate())
                .unit("expected", units.rate());
    }
}
