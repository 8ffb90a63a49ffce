package io.modeltracking.autolog;

/** Turns what {@code Booster.evalSet} returned into metrics. */
final class Evaluations {

    private Evaluations() {}

    /**
     * Logs an evaluation.
     *
     * @param round null when XGBoost does not number it
     * @param values the user's own metric of each watch, else null
     * @return what stops the training, or null
     */
    static Throwable log(Object booster, String[] watches, Long round, String line, float[] values) {
        Training training = null;
        try {
            training = Trainings.of(booster, watches);
            if (training == null
                    || training.session() == null
                    || !training.session().open()) {
                return null;
            }
            return log(training, watches, round(training, booster, round), EvaluationLine.parse(line, watches, values));
        } catch (Throwable e) {
            if (training != null && training.session() != null) {
                training.session().fault(e);
            }
            return null;
        }
    }

    private static Throwable log(
            Training training, String[] watches, Long round, Iterable<EvaluationLine.Value> values) {
        AutologSink sink = training.session().sink();
        Throwable stop = null;
        for (EvaluationLine.Value value : values) {
            String name = training.metricName(MetricNames.part(value.watch()), MetricNames.metric(value.metric()));
            sink.metric(name, value.value(), round);
            if (round != null && stop == null && sink.shouldStop(name, value.value(), round)) {
                stop = new TrainingStopped(name, value.value(), round);
            }
        }
        return stop;
    }

    /** The round, or null when the evaluation is of a finished model. */
    private static Long round(Training training, Object booster, Long round) throws Exception {
        Integer roundsAtEnd = training.roundsAtEnd();
        if (roundsAtEnd != null) {
            if (XGBoostAccess.rounds(booster) <= roundsAtEnd) {
                return null;
            }
            training.session().grown();
        }
        return round != null ? round : Long.valueOf(training.nextCustomRound());
    }
}
