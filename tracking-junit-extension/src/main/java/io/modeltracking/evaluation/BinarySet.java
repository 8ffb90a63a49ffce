package io.modeltracking.evaluation;

/** An event and its predicted probability. */
final class BinarySet {

    private BinarySet() {}

    static void record(Rows rows, Recorder recorder) {
        recorder.metric("rows", () -> rows.actual().length);
        recorder.metric("events.actual", () -> Sum.of(rows.actual()));
        recorder.metric("events.expected", () -> Sum.of(rows.expected()));
        recorder.metric("log_loss", () -> Classification.logLoss(rows.actual(), rows.predicted()));
        recorder.metric("brier", () -> Classification.brier(rows.actual(), rows.predicted()));
        MeanModel.record(rows, "log_loss", (mean, total) -> Classification.logLoss(rows.actual(), mean), recorder);
        MeanModel.record(rows, "brier", (mean, total) -> Classification.brier(rows.actual(), mean), recorder);
        recorder.metric("auc", () -> Classification.auc(rows.ranking(), rows.actual()));
        Shared.actualExpected(() -> ActualExpected.ofAmounts(rows.actual(), rows.expected()), recorder);
        RankSet.record(rows, "rows", recorder);
        new Leading("brier", Deviance.NORMAL, "gini.rows").record(rows, recorder);
        SegmentSet.worstLevels(rows, recorder);
        Figures.record(rows, new Units("rows", "share of events"), recorder);
    }
}
