package io.modeltracking.evaluation;

import java.util.function.Supplier;

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

    static void actualExpected(Supplier<ActualExpected> value, Recorder recorder) {
        recorder.metrics(
                value,
                Recorder.named("actual_expected", ActualExpected::ratio),
                Recorder.named("balance.relative", ActualExpected::balance));
        if (recorder.has("actual_expected")) {
            recorder.bounds("actual_expected", value.get().lower(), value.get().upper());
        }
    }
}
