package io.modeltracking.evaluation;

/** Metrics that several kinds have. */
final class Shared {

    private Shared() {}

    static void d2(Rows rows, Deviance deviance, String name, Recorder recorder) {
        recorder.metric(
                name + ".test_mean",
                () -> deviance.d2(rows.observed(), rows.predicted(), rows.weight(), rows.observedMean()));
        rows.evaluation()
                .trainMean()
                .ifPresent(mean -> recorder.metric(
                        name + ".train_mean",
                        () -> deviance.d2(rows.observed(), rows.predicted(), rows.weight(), mean)));
    }

    static void actualExpected(ActualExpected value, Recorder recorder) {
        recorder.metric("actual_expected", value::ratio);
        recorder.bounds("actual_expected", value.lower(), value.upper());
        recorder.metric("balance.relative", value::balance);
    }
}
