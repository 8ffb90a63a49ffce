package io.modeltracking.mlflow;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.History;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A JVM that publishes a folder's history. */
final class PublishProcess {

    private PublishProcess() {}

    static Process start(Path base, String server) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PublishProcess.class.getName(),
                        base.toString(),
                        server)
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("publish.log").toFile())
                .start();
    }

    public static void main(String[] arguments) {
        TrackingRoot root = TrackingRoot.find(Path.of(arguments[0]), arguments[0]);
        try (History history = History.open(root, "0.1.0", false)) {
            new Publisher(root, RunSource.local(root), MlflowServer.of(arguments[1], Map.of()))
                    .publish(
                            history.store().runs(new RunQuery.All()),
                            Registry.of(new Ledger(root, Clock.systemUTC()).events()));
        }
    }
}
