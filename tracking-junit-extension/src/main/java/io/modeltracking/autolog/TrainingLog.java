package io.modeltracking.autolog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a training tells its run, at its start and at its end. */
final class TrainingLog {

    private static final String END_OF_MESSAGE = "Stack trace:";
    private static final int MAX_MESSAGE = 2000;

    private TrainingLog() {}

    /** Logs the params as given, and the rows of each matrix. */
    static void started(Training training) {
        TrainCall call = training.call();
        entry(training, () -> {
            if (call.params() != null) {
                call.params().forEach((name, value) -> param(training, MetricNames.part(name), plain(value)));
            }
            if (call.seed() != null) {
                param(training, "seed", call.seed());
            }
            param(training, "rounds", call.rounds());
            if (call.earlyStoppingRounds() > 0) {
                param(training, "early_stopping_rounds", call.earlyStoppingRounds());
            }
        });
        entry(training, () -> {
            param(
                    training,
                    "effective.nthread",
                    Threads.effective(
                            call.params(),
                            Runtime.getRuntime().availableProcessors(),
                            System.getenv("OMP_NUM_THREADS")));
            if (call.objective() != null) {
                param(training, "custom_objective", className(call.objective()));
            }
            if (call.evaluation() != null) {
                param(training, "custom_metric", className(call.evaluation()));
            }
            if (call.initial() != null) {
                param(training, "initial_rounds", XGBoostAccess.rounds(call.initial()));
            }
        });
        matrices(call)
                .forEach((prefix, matrix) -> entry(
                        training,
                        () -> param(
                                training,
                                prefix + "rows",
                                XGBoostAccess.size(matrix).rows())));
    }

    /** Logs the model, and what its bytes tell. */
    static void ended(Training training, Object booster) throws Exception {
        byte[] content = XGBoostAccess.model(booster);
        BoosterModel model = BoosterModel.read(content);
        AutologSink sink = training.session().sink();
        entry(
                training,
                () -> sink.model(
                        training.fileName("model") + ".ubj",
                        content,
                        "ubj",
                        model.features(),
                        "xgboost4j",
                        model.version()));
        TrainCall call = training.call();
        entry(
                training,
                () -> EffectiveParams.of(model, call.params())
                        .forEach((name, value) -> param(training, "effective." + MetricNames.part(name), value)));
        matrices(call)
                .forEach((prefix, matrix) -> entry(training, () -> {
                    Long columns = prefix.isEmpty() ? Long.valueOf(model.columns()) : columns(matrix, model.columns());
                    if (columns != null) {
                        param(training, prefix + "columns", columns);
                    }
                }));
        if (call.earlyStoppingRounds() > 0) {
            entry(training, () -> best(training, model.attributes()));
        }
        entry(training, () -> importance(training, model));
        sink.explanationSeed().ifPresent(seed -> explain(training, content, model, seed));
    }

    /** By what is nearest to judging: the last watch, which early stopping reads too. */
    private static void explain(Training training, byte[] content, BoosterModel model, int seed) {
        TrainCall call = training.call();
        Object matrix = call.matrix();
        for (Object watch : call.watchesOrNone().values()) {
            matrix = watch;
        }
        try {
            AutologSink sink = training.session().sink();
            Explainable explainable = Explainable.of(content, model, matrix, seed, sink.explainedRows());
            sink.explainable(training.fileName(""), explainable);
        } catch (Throwable e) {
            training.session().tell("explain", training.label() + " is not explained: " + e);
        }
    }

    /** Logs the error of a training that threw; a training that the run has stopped gives its booster back. */
    static void failed(Training training, Throwable thrown) {
        if (thrown instanceof TrainingStopped) {
            Object booster = training.booster();
            if (booster != null && training.call().initial() == null) {
                entry(training, () -> XGBoostAccess.dispose(booster));
            }
            return;
        }
        String text = String.valueOf(thrown);
        int end = text.indexOf(END_OF_MESSAGE);
        text = (end < 0 ? text : text.substring(0, end)).strip();
        text = text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
        training.session().tell("xgboost.failed", training.label() + " threw " + text);
    }

    private static Map<String, Object> matrices(TrainCall call) {
        Map<String, Object> matrices = new LinkedHashMap<>();
        matrices.put("", call.matrix());
        call.watchesOrNone().forEach((watch, matrix) -> matrices.put(MetricNames.part(watch) + ".", matrix));
        return matrices;
    }

    /** The matrix's own columns: XGBoost4J tells them by name, and a matrix without gaps by its number of values. */
    private static Long columns(Object matrix, long modelColumns) throws Exception {
        XGBoostAccess.Size size = XGBoostAccess.size(matrix);
        if (size.names() != null && size.names().length > 0) {
            return (long) size.names().length;
        }
        return size.rows() > 0 && size.nonMissing() == size.rows() * modelColumns ? modelColumns : null;
    }

    private static void best(Training training, Map<String, String> attributes) {
        for (String name : List.of("best_iteration", "best_score")) {
            String value = attributes.get(name);
            if (value != null) {
                training.session().sink().metric(training.paramName(name), EvaluationLine.number(value), null);
            }
        }
    }

    private static void importance(Training training, BoosterModel model) {
        Map<String, Map<String, Double>> byKind = Importance.of(model);
        if (!byKind.isEmpty()) {
            String name = training.fileName("importance");
            training.session().sink().artifact(name + ".json", Importance.json(byKind));
            training.session().sink().importance(name, byKind);
        }
    }

    private static void param(Training training, String name, Object value) {
        training.session().sink().param(training.paramName(name), value);
    }

    /** XGBoost itself takes the text of whatever it is given. */
    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    /** A lambda's class name is another one in each JVM. */
    private static String className(Object value) {
        return value.getClass().isHidden() || value.getClass().isSynthetic()
                ? "lambda"
                : value.getClass().getName();
    }

    /** One entry that fails does not take the others with it. */
    private static void entry(Training training, Entry entry) {
        try {
            entry.log();
        } catch (Throwable e) {
            training.session().fault(e);
        }
    }

    @FunctionalInterface
    private interface Entry {
        void log() throws Exception;
    }
}
