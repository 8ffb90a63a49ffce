package io.modeltracking.autolog;

import java.util.Map;

/**
 * What the woven code of the libraries calls; of no use to anybody else. Nothing is thrown from here: a fault is told to
 * the run, and the user's call goes on.
 */
public final class AutologHooks {

    private AutologHooks() {}

    /**
     * Before {@code XGBoost.train}; returns the training, to be handed to the other methods, or a
     * {@link RefusedTrainingException} in its place.
     */
    public static Object trainingStarts(
            Object matrix,
            Map<String, Object> params,
            int rounds,
            Map<String, ?> watches,
            Object objective,
            Object evaluation,
            int earlyStoppingRounds,
            Object initial) {
        return Trainings.start(
                new TrainCall(matrix, params, rounds, watches, objective, evaluation, earlyStoppingRounds, initial));
    }

    /** The params that the training shall really use: the user's, or a copy of them with a seed. */
    public static Map<String, Object> trainingParams(Object training, Map<String, Object> params) {
        TrainCall call = training instanceof Training started ? started.call() : null;
        return call != null && call.seed() != null ? call.seededParams() : params;
    }

    /** After {@code XGBoost.train}, whether it returned or threw; returns what it shall throw, normally what it threw. */
    public static Throwable trainingEnds(Object training, Object booster, Throwable thrown) {
        if (training instanceof RefusedTrainingException refused) {
            return refused;
        }
        if (training instanceof Training started) {
            Trainings.end(started, booster, thrown);
        }
        return thrown;
    }

    /** After {@code Booster.evalSet}; returns what it shall throw, normally null. */
    public static Throwable evaluated(Object booster, String[] watches, int round, String line) {
        return Evaluations.log(booster, watches, (long) round, line, null);
    }

    /** After {@code Booster.evalSet} with the user's own metric; returns what it shall throw, normally null. */
    public static Throwable evaluated(Object booster, String[] watches, float[] values, String line) {
        return Evaluations.log(booster, watches, null, line, values);
    }

    /** Before a call of unseeded randomness; tells which, and where: {@code new Random() in com.example.Tariff:42}. */
    public static void unseeded(String call) {
        Session session = Bindings.resolve();
        if (session != null && session != Session.MUTED) {
            session.unseeded(call);
        }
    }

    /** Before one of Tablesaw's reads; returns the read, to be handed to {@link #readEnds}. */
    public static Object readStarts(String method, Object[] arguments) {
        return TableReads.start(method, arguments);
    }

    /** After one of Tablesaw's reads; the table is null when it threw. */
    public static void readEnds(Object read, Object table) {
        TableReads.end(read, table);
    }
}
