package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private static void killAfter(Path root, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        root.toString()))
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
