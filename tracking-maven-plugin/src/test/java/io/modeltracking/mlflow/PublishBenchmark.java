package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Publishes runs of 20 params and 20 metrics to a real server, then again with nothing new; the baseline is a plain loop that
 * makes as many runs, one after the other, by the fewest calls. Arguments: a folder for the runs, and how many.
 */
final class PublishBenchmark {

    private static final int VALUES = 20;

    private PublishBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[1]);
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        for (int i = 0; i < runs; i++) {
            RunFixture run = RunFixture.run(root, i);
            for (int j = 0; j < VALUES; j++) {
                run.param("param_" + j, j * 0.1).metric("test.metric_" + j, j * 0.3);
            }
            run.finished();
        }
        new Recorder(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0").record(null, false);
        MlflowServer server = MlflowProcess.get().server();
        PrintStream out = System.out;
        time(out, "baseline: a plain loop", () -> loop(new MlflowApi(new MlflowHttp(server)), runs));
        time(out, "publish", () -> publish(root, server));
        time(out, "publish again, nothing new", () -> publish(root, server));
        TrackingRoot other = TrackingRoot.find(folder, folder.resolve("other").toString());
        time(out, "import of the plain loop's", () -> new Importer(other, server).take("Loop"));
        System.exit(0);
    }

    private static void publish(TrackingRoot root, MlflowServer server) {
        try (History history = History.open(root, "0.1.0", false)) {
            List<RunEntry> all = history.store().runs(new RunQuery.All());
            new Publisher(root, RunSource.local(root), server).publish(all, Registry.of(List.of()));
        }
    }

    private static void loop(MlflowApi api, int runs) {
        String experiment = api.madeExperiment("Loop");
        for (int i = 0; i < runs; i++) {
            ObjectNode create = MlflowApi.object()
                    .put("experiment_id", experiment)
                    .put("start_time", 1)
                    .put("run_name", "run " + i);
            String id = RemoteRun.of(api.http()
                            .post(MlflowApi.API + "runs/create", create)
                            .path("run"))
                    .id();
            Map<String, String> params = new LinkedHashMap<>();
            ObjectNode batch = MlflowApi.object().put("run_id", id);
            for (int j = 0; j < VALUES; j++) {
                params.put("param_" + j, Double.toString(j * 0.1));
                batch.withArray("metrics")
                        .add(MetricPoint.of("test.metric_" + j, j * 0.3, 1, 0).json());
            }
            batch.set("params", MlflowApi.pairs(params));
            batch.set("tags", MlflowApi.pairs(Map.of("mlflow.user", "Ada", RunContent.ID, "x" + i)));
            api.http().post(MlflowApi.API + "runs/log-batch", batch);
            api.http()
                    .post(
                            MlflowApi.API + "runs/update",
                            MlflowApi.object()
                                    .put("run_id", id)
                                    .put("status", "FINISHED")
                                    .put("end_time", 2));
        }
    }

    private static void time(PrintStream out, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        out.printf(Locale.ROOT, "%-32s %,10.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
