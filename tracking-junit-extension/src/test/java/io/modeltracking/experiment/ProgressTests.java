package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Direction;
import io.modeltracking.GridSearch;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireMetric;
import io.modeltracking.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Whoever watches a study sees how far it is and how good the best one is. */
@ResourceLock(Resources.SYSTEM_OUT)
class ProgressTests {

    @TempDir
    Path base;

    static class WatchedTestCase {

        @ModelExperiment(name = "watched")
        @GridSearch(objective = "loss", direction = Direction.MINIMIZE)
        @RequireMetric(name = "loss", min = 1)
        void study(@IntRange(min = 0, max = 2) int size, Run run) {
            run.metric("loss", 2 - size);
        }
    }

    @Test
    void eachTrialIsALineWithTheBestSoFarAndThenTheStudy() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Experiments.in(base).execute(WatchedTestCase.class);
        } finally {
            System.setOut(before);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("watched"))
                        .map(line -> line.replaceFirst("^\\[tracking] [0-9a-f]{8} ", "")
                                .replaceFirst(", about [0-9]+ s left", "")))
                .containsExactly(
                        "✓ accepted  watched › trial 0: 2; 1 of 3, best 2 by trial 0 (size=0)",
                        "✓ accepted  watched › trial 1: 1; 2 of 3, best 1 by trial 1 (size=1)",
                        "○ rejected  watched › trial 2: 0; 3 of 3, best 1 by trial 1 (size=1)",
                        "✓ accepted  watched  loss = 1.0");
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndClearedAtTheEnd() throws IOException {
        Path terminal = Files.createFile(base.resolve("terminal"));
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Experiments.in(base).with("tracking.terminal", terminal.toString()).execute(WatchedTestCase.class);
        } finally {
            System.setOut(before);
        }

        assertThat(Files.readString(terminal).replaceAll(", about [0-9]+ s left", ""))
                .isEqualTo("\r\u001b[K[tracking] watched › 1 of 3, best 2 by trial 0 (size=0)"
                        + "\r\u001b[K[tracking] watched › 2 of 3, best 1 by trial 1 (size=1)"
                        + "\r\u001b[K[tracking] watched › 3 of 3, best 1 by trial 1 (size=1)"
                        + "\r\u001b[K");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("watched")))
                .singleElement()
                .asString()
                .endsWith("✓ accepted  watched  loss = 1.0");
    }

    @Test
    void figuresAreShortToWatchBy() {
        assertThat(Progress.text(0.5712345678)).isEqualTo("0.571235");
        assertThat(Progress.text(100.0)).isEqualTo("100");
        assertThat(Progress.text(1.23456789e-12)).isEqualTo("1.23457E-12");
        assertThat(Progress.text(Double.NaN)).isEqualTo("NaN");
        assertThat(Progress.text(0.0)).isEqualTo("0");
        assertThat(Progress.text("depthwise")).isEqualTo("depthwise");
    }

    @Test
    void theTimeLeftIsThatOfTheTrialsSoFar() {
        assertThat(Progress.left(30, Duration.ofSeconds(20), 10)).isEqualTo(", about 60 s left");
        assertThat(Progress.left(300, Duration.ofSeconds(20), 10)).isEqualTo(", about 10 min left");
        assertThat(Progress.left(0, Duration.ofSeconds(20), 10)).isEmpty();
        assertThat(Progress.left(3, Duration.ofMillis(20), 10)).isEmpty();
    }
}
