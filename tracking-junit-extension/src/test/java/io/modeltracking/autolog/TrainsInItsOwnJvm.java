package io.modeltracking.autolog;

import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import tech.tablesaw.api.Table;

/** A program that trains inside a run and outside any, and prints what was logged. */
final class TrainsInItsOwnJvm {

    private TrainsInItsOwnJvm() {}

    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean("early")) {
            train(1);
        }
        Autolog.State state = Autolog.ensureInstalled();
        System.out.println("state " + state.mode() + " " + state.reason());
        if (Boolean.getBoolean("state.only")) {
            return;
        }
        RecordingSink run = new RecordingSink();
        try (Binding binding = Autolog.bind(run)) {
            train(3);
            Table.read().csv("a,b\n1,2\n", "table");
        }
        run.open = false;
        train(2);
        System.out.println("seed " + run.params.get("xgboost.seed"));
        System.out.println(
                "rounds " + run.metrics.getOrDefault("train.rmse", List.of()).size());
        System.out.println("models " + run.models.keySet());
        System.out.println("reads " + run.reads.size());
        System.out.println("warnings " + run.warnings);
        System.out.println("untracked " + Autolog.untrackedTrainings());
    }

    private static void train(int rounds) throws Exception {
        DMatrix matrix = Matrices.counts(60, 3, 1);
        XGBoost.train(matrix, Matrices.params(), rounds, Matrices.watches("train", matrix), null, null);
    }
}
