package io.modeltracking.evaluation;

import java.util.Arrays;
import java.util.List;

/** The charts of every kind, as data. */
final class Figures {

    private static final int CURVE_POINTS = 201;

    private Figures() {}

    static void record(Rows rows, Units units, Recorder recorder) {
        recorder.figure("lift", () -> lift(rows.lift(), units));
        boolean shares = Arrays.stream(rows.actual()).allMatch(v -> v >= 0);
        if (shares) {
            recorder.figure("lorenz", () -> lorenz(rows, units));
        }
    }

    static Figure lift(LiftTable lift, Units units) {
        List<Segment> bins = lift.segments();
        return new Figure(
                Figure.Kind.LIFT,
                "Lift",
                "Bins of equal " + units.weight()
                        + ", lowest predictions first: steep and on top of each other is good.",
                "bin of predicted " + units.rate(),
                units.rate(),
                Table.named("lift")
                        .texts("bin", bins, Segment::label)
                        .numbers("weight", bins, Segment::weight)
                        .numbers("actual", bins, Segment::observedRate)
                        .numbers("expected", bins, Segment::predictedRate)
                        .numbers("actual_expected", bins, Segment::actualExpected)
                        .build());
    }

    static Figure lorenz(Rows rows, Units units) {
        LorenzCurve curve = LorenzCurve.of(rows.ranking(), rows.actual(), rows.weight(), CURVE_POINTS);
        return new Figure(
                Figure.Kind.LORENZ,
                "Lorenz curve",
                "Rows in ascending order of prediction: the further below the diagonal, the better the ranking.",
                "share of " + units.weight(),
                "share of what was observed",
                Table.named("lorenz")
                        .numbers("weight_share", curve.weightShare())
                        .numbers("loss_share", curve.lossShare())
                        .build());
    }
}
