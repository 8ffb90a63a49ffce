package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value lands in another's run, whichever executor and thread it comes from. */
class ParallelTests {

    private static final int STEPS = 300;

    @TempDir
    Path base;

    abstract static class Experiment {
        /** Joins fork-join tasks, inside which JUnit's default executor may start another test on this very thread. */
        void log(Run run, String own) {
            run.param("own", own);
            List<CompletableFuture<Void>> tasks = IntStream.range(0, 4)
                    .mapToObj(task -> CompletableFuture.runAsync(() -> {
                        for (long step = 0; step < STEPS; step++) {
                            run.metric(own + "." + task, step, step);
                        }
                    }))
                    .toList();
            tasks.forEach(CompletableFuture::join);
        }
    }

    static class FirstTestCase extends Experiment {
        @ModelExperiment
        void a(Run run) {
            log(run, "first.a");
        }

        @ModelExperiment
        void b(Run run) {
            log(run, "first.b");
        }

        @ModelExperiment
        void c(Run run) {
            log(run, "first.c");
        }
    }

    static class SecondTestCase extends Experiment {
        @ModelExperiment
        void a(Run run) {
            log(run, "second.a");
        }

        @ModelExperiment
        void b(Run run) {
            log(run, "second.b");
        }

        @ModelExperiment
        void c(Run run) {
            log(run, "second.c");
        }
    }

    static class ThreadsTestCase {
        @ModelExperiment
        void logsFromThreads(Run run) throws InterruptedException {
            ExecutorService pool = Executors.newFixedThreadPool(8);
            for (int t = 0; t < 8; t++) {
                int thread = t;
                pool.execute(() -> {
                    run.param("p" + thread, thread).artifact("a" + thread + ".txt", new byte[] {(byte) thread});
                    try (Run child = run.child("child " + thread)) {
                        child.metric("own", thread);
                    }
                    for (long step = 0; step < STEPS; step++) {
                        run.metric("shared", 1, step);
                    }
                });
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** {@code worker_thread_pool} is JUnit 6.1's; older versions ignore it and use the fork-join pool. */
    @ParameterizedTest
    @ValueSource(strings = {"fork_join_pool", "worker_thread_pool"})
    void runsAreNeverMixed(String executor) {
        Experiments experiments = Experiments.in(base)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .with("junit.jupiter.execution.parallel.config.executor-service", executor)
                .with("junit.jupiter.execution.parallel.config.executor", executor)
                .execute(FirstTestCase.class, SecondTestCase.class);

        assertThat(experiments.runs()).hasSize(6).allSatisfy(run -> {
            String own = run.params().get("own").value().text();
            assertThat(run.status()).isEqualTo(Status.FINISHED);
            assertThat(run.metrics())
                    .hasSize(4 * STEPS)
                    .allSatisfy(metric -> assertThat(metric.name()).startsWith(own + "."));
        });
    }

    @Test
    void everyThreadOfATestMayLog() {
        Experiments experiments = Experiments.in(base).execute(ThreadsTestCase.class);

        RunRecord run = experiments.run("logsFromThreads");
        assertThat(run.metrics()).hasSize(8 * STEPS);
        assertThat(run.params()).hasSize(8);
        assertThat(run.artifacts())
                .filteredOn(artifact -> artifact.name().matches("a\\d.txt"))
                .hasSize(8);
        assertThat(experiments.runs())
                .filteredOn(child -> run.id().equals(child.started().parent()))
                .hasSize(8)
                .allSatisfy(child -> assertThat(child.started().name())
                        .isEqualTo("child " + child.metric("own").orElseThrow().intValue()));
    }
}
