package io.modeltracking.evaluation;

/**
 * The figures of a kind that are decomposed, compared with the champion and given intervals.
 *
 * @param loss name of the loss, with its convention
 * @param deviance the loss itself, averaged with the rows' weights
 * @param gini name of the Gini, with its convention; null where ranks have no meaning
 */
record Leading(String loss, Deviance deviance, String gini) {

    void record(Rows rows, Recorder recorder) {
        recorder.metrics(
                () -> rows.decomposition(deviance),
                Recorder.named(loss + ".miscalibration", ScoreDecomposition::miscalibration),
                Recorder.named(loss + ".discrimination", ScoreDecomposition::discrimination),
                Recorder.named(loss + ".uncertainty", ScoreDecomposition::uncertainty));
        rows.champion().ifPresent(champion -> compare(rows, champion, recorder));
        PairedBootstrap.of(rows.evaluation()).ifPresent(draws -> intervals(rows, draws, recorder));
    }

    private void compare(Rows rows, double[] champion, Recorder recorder) {
        double champions = deviance.mean(rows.observed(), champion, rows.weight());
        recorder.metric("champion." + loss, () -> champions);
        recorder.metric(
                loss + ".difference",
                () -> deviance.mean(rows.observed(), rows.predicted(), rows.weight()) - champions);
        recorder.metric("psi.by_policy", () -> Psi.ofRows(champion, rows.predicted()));
        recorder.metric("psi.by_weight", () -> Psi.byWeight(champion, rows.weight(), rows.predicted(), rows.weight()));
        if (rows.ratios()) {
            recorder.metrics(
                    () -> Dislocation.of(champion, rows.predicted(), rows.weight()),
                    Recorder.named("dislocation.mean_absolute", Dislocation::meanAbsolute),
                    Recorder.named("dislocation.share_over_10_percent", Dislocation::over10),
                    Recorder.named("dislocation.share_over_25_percent", Dislocation::over25));
        }
        if (gini == null) {
            return;
        }
        Ranking ranking = Ranking.of(champion);
        recorder.metric("champion." + gini, () -> Gini.of(ranking, rows.actual(), rows.weight()));
        recorder.metric(
                gini + ".difference",
                () -> Gini.of(rows.ranking(), rows.actual(), rows.weight())
                        - Gini.of(ranking, rows.actual(), rows.weight()));
        if (rows.ratios()) {
            recorder.metrics(
                    rows::doubleLift,
                    Recorder.named("double_lift.error.model", DoubleLift::modelError),
                    Recorder.named("double_lift.error.champion", DoubleLift::championError),
                    Recorder.named("double_lift.share_won", DoubleLift::shareWon));
        }
    }

    private void intervals(Rows rows, PairedBootstrap draws, Recorder recorder) {
        Resampled model = Resampled.deviance(deviance, rows.observed(), rows.predicted(), rows.weight());
        recorder.interval(loss, () -> draws.interval(model));
        rows.champion().ifPresent(champion -> {
            Resampled other = Resampled.deviance(deviance, rows.observed(), champion, rows.weight());
            recorder.interval(loss + ".difference", () -> draws.difference(model, other));
        });
        if (gini == null) {
            return;
        }
        Resampled ranks = RankedSample.of(rows.ranking(), rows.actual(), rows.weight());
        recorder.interval(gini, () -> draws.interval(ranks));
        rows.champion().ifPresent(champion -> {
            Resampled other = RankedSample.of(Ranking.of(champion), rows.actual(), rows.weight());
            recorder.interval(gini + ".difference", () -> draws.difference(ranks, other));
        });
    }
}
