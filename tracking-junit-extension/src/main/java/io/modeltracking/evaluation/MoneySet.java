package io.modeltracking.evaluation;

import static io.modeltracking.evaluation.Deviance.GAMMA;

/** Claim amounts by number of claims, and losses by exposure. */
final class MoneySet {

    private static final double[] POWERS = {1.5, 1.9};

    private MoneySet() {}

    static void severity(Rows rows, Recorder recorder) {
        recorder.metric("rows", () -> rows.actual().length);
        recorder.metric("claims", () -> Sum.of(rows.weight()));
        totals(rows, "amount", recorder);
        recorder.metric("gamma_deviance.per_claim", () -> GAMMA.mean(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric("gamma_deviance.per_policy", () -> GAMMA.perRow(rows.actual(), rows.expected()));
        MeanModel.weighted(rows, GAMMA, "gamma_deviance.per_claim", recorder);
        MeanModel.perRow(rows, GAMMA, "gamma_deviance.per_policy", recorder);
        Shared.d2(rows, GAMMA, "d2", recorder);
        common(rows, "claims", "per_claim", recorder);
        new Leading("gamma_deviance.per_claim", GAMMA, "gini.claims").record(rows, recorder);
        Figures.record(rows, new Units("claims", "cost per claim"), recorder);
    }

    static void purePremium(Rows rows, Recorder recorder) {
        recorder.metric("rows", () -> rows.actual().length);
        recorder.metric("exposure", () -> Sum.of(rows.weight()));
        totals(rows, "loss", recorder);
        for (double power : POWERS) {
            Deviance tweedie = Deviance.tweedie(power);
            String p = "p" + Recorder.number(power);
            recorder.metric(
                    "tweedie_deviance." + p + ".per_exposure",
                    () -> tweedie.mean(rows.observed(), rows.predicted(), rows.weight()));
            recorder.metric(
                    "tweedie_deviance." + p + ".per_policy", () -> tweedie.perRow(rows.actual(), rows.expected()));
            MeanModel.weighted(rows, tweedie, "tweedie_deviance." + p + ".per_exposure", recorder);
            MeanModel.perRow(rows, tweedie, "tweedie_deviance." + p + ".per_policy", recorder);
            Shared.d2(rows, tweedie, "d2." + p, recorder);
        }
        common(rows, "exposure", "per_exposure", recorder);
        new Leading("tweedie_deviance.p1_5.per_exposure", Deviance.tweedie(1.5), "gini.exposure")
                .record(rows, recorder);
        rows.evaluation()
                .currentPremium()
                .ifPresent(premium -> recorder.metric(
                        "gini.relativity", () -> Gini.byRelativity(rows.actual(), premium, rows.expected())));
        Figures.record(rows, new Units("exposure years", "loss per year"), recorder);
    }

    private static void totals(Rows rows, String what, Recorder recorder) {
        recorder.metric(what + ".actual", () -> Sum.of(rows.actual()));
        recorder.metric(what + ".expected", () -> Sum.of(rows.expected()));
    }

    private static void common(Rows rows, String weight, String convention, Recorder recorder) {
        Shared.actualExpected(() -> ActualExpected.ofAmounts(rows.actual(), rows.expected()), recorder);
        RankSet.record(rows, weight, recorder);
        SegmentSet.record(rows, recorder);
        recorder.metric("rmse." + convention, () -> PointErrors.rmse(rows.observed(), rows.predicted(), rows.weight()));
        recorder.metric("mae." + convention, () -> PointErrors.mae(rows.observed(), rows.predicted(), rows.weight()));
    }
}
