package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A JVM that is killed at any moment leaves a readable run. {@code -Dtracking.kills=200} kills more often. */
class CrashTests {

    private static final int KILLS = Integer.getInteger("tracking.kills", 8);

    @TempDir
    Path base;

    static class EndlessTestCase {
        @ModelExperiment
        void logsForever(Run run) {
            run.param("max_depth", 5).artifact("note.txt", "kept".getBytes(StandardCharsets.UTF_8));
            System.out.println("LOGGING");
            for (long step = 0; ; step++) {
                run.metric("loss", 1.0 / (step + 1), step);
                if (step % 50 == 0) {
                    run.artifact("step-" + step + ".txt", Long.toString(step).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** What the killed JVM runs. */
    public static final class Victim {
        public static void main(String[] arguments) {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(EndlessTestCase.class))
                            .configurationParameter("tracking.root", arguments[0])
                            .configurationParameter("tracking.autolog", "off")
                            .build());
        }
    }

    @Test
    void everyKilledRunIsReadable() throws Exception {
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            Path root = base.resolve("kill-" + kill);
            killAfter(root, random.nextInt(400));

            RunRecord run = Experiments.in(root).onlyRun();
            assertThat(run.status()).as("kill " + kill).isEqualTo(Status.INTERRUPTED);
            assertThat(run.problems()).allSatisfy(problem -> assertThat(problem).contains("is cut off"));
            assertThat(run.artifacts())
                    .allSatisfy(artifact -> assertThat(
                                    root.resolve(".tracking/runs/" + run.id() + "/artifacts/" + artifact.name()))
                            .hasSize(artifact.size()));
            assertThat(run.metrics()).isSortedAccordingTo((a, b) -> Long.compare(a.step(), b.step()));
        }
    }

    @Test
    void aSecondAfterTheLastFlushLittleIsLost() throws Exception {
        killAfter(base, 1000);

        RunRecord run = Experiments.in(base).onlyRun();
        assertThat(run.params()).containsKey("max_depth");
        long lastLogged = run.metrics().get(run.metrics().size() - 1).time();
        long firstLogged = run.metrics().get(0).time();
        assertThat(lastLogged - firstLogged).as("milliseconds of metrics kept").isGreaterThan(500);
    }

    /** The kernel's limit on a file's size refuses further writes as a full disk does. */
    @Test
    void aFullDiskIsSaidAndWhatWasWrittenStays() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh to limit the size of files with");
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                "ulimit -f 40; exec \"$0\" \"$@\" 2>&1",
                java(),
                "-cp",
                classPath(),
                FullDisk.class.getName(),
                base.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(out).contains("FAILED: Cannot write ").contains("make the folder writable or free some space");
        RunRecord run = Experiments.in(base).onlyRun();
        assertThat(run.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(run.metrics()).hasSizeGreaterThan(100);
        assertThat(run.problems()).allSatisfy(problem -> assertThat(problem).contains("is cut off"));
    }

    static class LargeTestCase {
        @ModelExperiment
        void logsMoreThanFits(Run run) {
            for (long step = 0; step < 20_000; step++) {
                run.metric("loss", 1.0 / (step + 1), step);
            }
        }
    }

    /** What the JVM on the full disk runs. */
    public static final class FullDisk {
        public static void main(String[] arguments) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(LargeTestCase.class))
                                    .configurationParameter("tracking.root", arguments[0])
                                    .configurationParameter("tracking.autolog", "off")
                                    .build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                    result.getThrowable()
                                            .ifPresent(e -> System.out.println("FAILED: " + e.getMessage()));
                                }
                            });
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static void killAfter(Path root, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        java(), "-XX:TieredStopAtLevel=1", "-cp", classPath(), Victim.class.getName(), root.toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("LOGGING")) {
                line = out.readLine();
            }
            assertThat(line).as("the victim logs").isNotNull();
            Thread.sleep(millis);
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
