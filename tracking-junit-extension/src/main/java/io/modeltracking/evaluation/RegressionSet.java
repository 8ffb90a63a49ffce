package io.modeltracking.evaluation;

import static io.modeltracking.evaluation.Deviance.NORMAL;

/** Any real target; without weights the names have no convention to state. */
final class RegressionSet {

    private RegressionSet() {}

    static void record(Rows rows, Recorder recorder) {
        String convention = rows.evaluation().weighted() ? ".weighted" : "";
        String loss = "normal_deviance" + (convention.isEmpty() ? ".per_row" : convention);
        recorder.metric("rows", () -> rows.actual().length);
        recorder.metric("rmse" + convention, () -> PointErrors.rmse(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric("mae" + convention, () -> PointErrors.mae(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric(
                "mean_error" + convention,
                () -> (Sum.of(rows.expected()) - Sum.of(rows.actual())) / Sum.of(rows.weight()));
        MeanModel.weighted(rows, NORMAL, loss, recorder);
        MeanModel.record(
                rows,
                "rmse" + convention,
                (mean, total) -> PointErrors.rmse(rows.observed(), mean, rows.weight()),
                recorder);
        Shared.d2(rows, NORMAL, "d2", recorder);
        recorder.metric(loss, () -> NORMAL.mean(rows.observed(), rows.predicted(), rows.weight()));
        new Leading(loss, NORMAL, null).record(rows, recorder);
        Figures.record(rows, new Units(rows.evaluation().weighted() ? "weight" : "rows", "target"), recorder);
    }
}
