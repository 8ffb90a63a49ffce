package io.modeltracking.experiment;

import io.modeltracking.run.Journal;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What {@code run.metric} costs its caller, beside the least that could be done: a line into a buffered file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MetricBenchmark {

    private Path base;
    private RunLog log;
    private BufferedWriter file;
    private long step;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        base = Files.createTempDirectory("tracking-benchmark");
        TrackingRoot root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        root.create();
        String id = UUID.randomUUID().toString().replace("-", "");
        RunEvent.Started started = new RunEvent.Started(
                1,
                Instant.EPOCH,
                id,
                "exp",
                "exp",
                null,
                null,
                null,
                null,
                1,
                null,
                "T",
                "m",
                "u",
                null,
                null,
                null,
                "x.lock",
                Map.of());
        log = new RunLog(
                started,
                Journal.open(root.run(id), started),
                new ArtifactFolder(root.run(id)),
                System::currentTimeMillis);
        file = Files.newBufferedWriter(base.resolve("lines.txt"));
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        log.close(new RunEvent.Finished(Instant.EPOCH, io.modeltracking.run.Status.FINISHED, null, null, null));
        file.close();
        Files.walk(base)
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(path -> path.toFile().delete());
    }

    @Benchmark
    public void runMetric() {
        log.metric("test.rmse", 1.0 / ++step, step, null);
    }

    @Benchmark
    public void bufferedLine() throws IOException {
        file.write("{\"name\":\"test.rmse\",\"value\":" + 1.0 / ++step + ",\"step\":" + step + "}\n");
    }
}
