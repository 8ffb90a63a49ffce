package io.modeltracking.evaluation;

/** What depends on the order of the predictions: Gini and lift. */
final class RankSet {

    private RankSet() {}

    static void record(Rows rows, String weight, Recorder recorder) {
        String gini = "gini." + weight;
        recorder.metric(gini, () -> Gini.of(rows.ranking(), rows.actual(), rows.weight()));
        recorder.metric(
                gini + ".normalised",
                () -> Gini.of(rows.ranking(), rows.actual(), rows.weight())
                        / Gini.oracle(rows.actual(), rows.weight()));
        LiftTable lift = rows.lift();
        String bins = rows.evaluation().bins() == 10
                ? "decile"
                : "bin_of_" + rows.evaluation().bins();
        recorder.metric("lift.top_" + bins, lift::topLift);
        recorder.metric("lift.top_over_bottom_" + bins, lift::topOverBottom);
        recorder.metric("lift.inversions_" + bins, lift::inversions);
    }
}
