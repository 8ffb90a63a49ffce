package io.modeltracking.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of its own whose fontconfig finds no font: a bare container. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "fonts come from fontconfig on Linux only")
class NoFontTests {

    @Test
    void theReasonSaysWhatToInstall(@TempDir Path empty) throws IOException, InterruptedException {
        Path configuration =
                Files.writeString(empty.resolve("fonts.conf"), "<fontconfig><dir>" + empty + "</dir></fontconfig>");
        Path output = empty.resolve("output");
        ProcessBuilder jvm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + empty,
                "-cp",
                System.getProperty("java.class.path"),
                NoFontProbe.class.getName());
        jvm.environment().put("FONTCONFIG_FILE", configuration.toString());
        jvm.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = jvm.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("no picture, only the chart's data: ")
                        .contains("install a font: apt-get install fontconfig fonts-dejavu-core"));
        assertThat(process.exitValue()).isZero();
    }
}
