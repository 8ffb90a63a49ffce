package io.modeltracking.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Charts of curves, as data: Lorenz, calibration, Murphy. Curves of many points are thinned, their ends kept. */
final class Curves {

    private static final int POINTS = 201;

    private Curves() {}

    static void record(Rows rows, Units units, Recorder recorder) {
        if (Arrays.stream(rows.actual()).allMatch(v -> v >= 0)) {
            recorder.figure("lorenz", () -> lorenz(rows, units));
        }
        recorder.figure("calibration", () -> calibration(rows, units));
        recorder.figure("murphy", () -> murphy(rows, units));
    }

    private static Figure lorenz(Rows rows, Units units) {
        LorenzCurve curve = LorenzCurve.of(rows.ranking(), rows.actual(), rows.weight(), POINTS);
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

    private static Figure calibration(Rows rows, Units units) {
        Calibration calibration = Calibration.of(rows.ranking(), rows.actual(), rows.predicted(), rows.weight());
        int[] kept = thinned(corners(calibration.calibrated()));
        return new Figure(
                Figure.Kind.CALIBRATION,
                "Calibration",
                "Observed rate by isotonic regression: on the diagonal is calibrated; the ends rest on few rows.",
                "predicted " + units.rate(),
                "observed " + units.rate(),
                Table.named("calibration")
                        .numbers("predicted", pick(calibration.predicted(), kept))
                        .numbers("calibrated", pick(calibration.calibrated(), kept))
                        .build());
    }

    private static Figure murphy(Rows rows, Units units) {
        double[] thresholds = Murphy.grid(rows.ranking(), rows.predicted());
        Table.Builder table = Table.named("murphy")
                .numbers("threshold", thresholds)
                .numbers("model", Murphy.curve(rows.observed(), rows.predicted(), rows.weight(), thresholds));
        rows.champion()
                .ifPresent(champion ->
                        table.numbers("champion", Murphy.curve(rows.observed(), champion, rows.weight(), thresholds)));
        return new Figure(
                Figure.Kind.MURPHY,
                "Murphy diagram",
                "Mean elementary score: lower everywhere is better under every consistent loss.",
                "threshold of " + units.rate(),
                "mean elementary score",
                table.build());
    }

    /** First and last point of each level: what lies between is a straight line. */
    private static int[] corners(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i ->
                        i == 0 || i == values.length - 1 || values[i] != values[i - 1] || values[i] != values[i + 1])
                .toArray();
    }

    private static int[] thinned(int[] points) {
        if (points.length <= POINTS) {
            return points;
        }
        int[] kept = new int[POINTS];
        Arrays.setAll(kept, k -> points[(int) ((long) k * (points.length - 1) / (POINTS - 1))]);
        return kept;
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
