package io.modeltracking.evaluation;

import static io.modeltracking.evaluation.Deviance.POISSON;

/** Claim counts by exposure. */
final class FrequencySet {

    private FrequencySet() {}

    static void record(Rows rows, Recorder recorder) {
        recorder.metric("rows", () -> rows.actual().length);
        recorder.metric("exposure", () -> Sum.of(rows.weight()));
        recorder.metric("claims.actual", () -> Sum.of(rows.actual()));
        recorder.metric("claims.expected", () -> Sum.of(rows.expected()));
        recorder.metric(
                "poisson_deviance.per_exposure", () -> POISSON.mean(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric("poisson_deviance.per_policy", () -> POISSON.perRow(rows.actual(), rows.expected()));
        MeanModel.weighted(rows, POISSON, "poisson_deviance.per_exposure", recorder);
        MeanModel.perRow(rows, POISSON, "poisson_deviance.per_policy", recorder);
        Shared.d2(rows, POISSON, "d2", recorder);
        Shared.actualExpected(() -> ActualExpected.ofCounts(rows.actual(), rows.expected()), recorder);
        RankSet.record(rows, "exposure", recorder);
        SegmentSet.record(rows, recorder);
        recorder.metric(
                "gini.policy_count", () -> Gini.of(rows.ranking(), rows.actual(), Gini.ones(rows.actual().length)));
        recorder.metric("gini.policy_count.sklearn", () -> CountGini.sklearn(rows.ranking(), rows.actual()));
        recorder.metric(
                "gini.policy_count.kaggle_normalised", () -> CountGini.kaggleNormalised(rows.ranking(), rows.actual()));
        recorder.metric("auc.claim", () -> Classification.auc(rows.ranking(), rows.actual()));
        recorder.metric("rmse.per_exposure", () -> PointErrors.rmse(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric("rmse.per_policy", () -> PointErrors.rmse(rows.actual(), rows.expected()));
        recorder.metric("mae.per_exposure", () -> PointErrors.mae(rows.observed(), rows.predicted(), rows.weight()));
        new Leading("poisson_deviance.per_exposure", POISSON, "gini.exposure").record(rows, recorder);
        Figures.record(rows, new Units("exposure years", "claims per year"), recorder);
    }
}
