package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent in JVMs of its own, started by {@code -javaagent}, attached, and kept out. */
class AgentProcessTests {

    @TempDir
    Path folder;

    /** JVMs to run on: this one's, and JDK 25 where the system property {@code tracking.jdk25} names one. */
    enum Jvm {
        OWN {
            @Override
            String home() {
                return System.getProperty("java.home");
            }
        },
        JDK25 {
            @Override
            String home() {
                return System.getProperty("tracking.jdk25");
            }
        };

        abstract String home();

        Path java() {
            assumeThat(home())
                    .as("the system property tracking.jdk25 names no JDK")
                    .isNotBlank();
            return Path.of(home(), "bin", "java");
        }
    }

    private record Outcome(int exit, List<String> out, String err) {}

    private Outcome run(Jvm jvm, String... options) throws Exception {
        return runOn(System.getProperty("java.class.path"), jvm, options);
    }

    private Outcome runOn(String classPath, Jvm jvm, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(jvm.java().toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, TrainsInItsOwnJvm.class.getName()));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readAllLines(out), Files.readString(err));
    }

    /** The module's classes as a jar, with the manifest of the published one. */
    private Path agentJar() throws IOException {
        Path classes = Path.of(AutologAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", AutologAgent.class.getName());
        attributes.putValue("Agent-Class", AutologAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("an agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static List<String> loggedAfter(String state) {
        return List.of(
                "state " + state,
                "seed 20260101",
                "rounds 3",
                "models [model.ubj]",
                "reads 1",
                "warnings []",
                "untracked 1");
    }

    @ParameterizedTest
    @EnumSource
    void theAgentLogsFromTheStartWithoutAWordOnTheConsole(Jvm jvm) throws Exception {
        Outcome outcome = run(jvm, "-javaagent:" + agentJar());

        assertThat(outcome.out()).as(outcome.err()).containsExactlyElementsOf(loggedAfter("AGENT null"));
        assertThat(outcome.err()).doesNotContain("agent");
        assertThat(outcome.exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theAgentLogsWhereAttachingIsForbidden(Jvm jvm) throws Exception {
        Outcome outcome = run(jvm, "-XX:-EnableDynamicAgentLoading", "-javaagent:" + agentJar());

        assertThat(outcome.out()).as(outcome.err()).containsExactlyElementsOf(loggedAfter("AGENT null"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheAgentTheJvmAttachesItToItselfAfterTheLibrariesWereLoadedToo(Jvm jvm) throws Exception {
        Outcome outcome = run(jvm, "-Dearly=true");

        assertThat(outcome.out()).as(outcome.err()).containsExactlyElementsOf(loggedAfter("ATTACHED null"));
    }

    @ParameterizedTest
    @EnumSource
    void whereAttachingIsForbiddenItIsNotTriedAndTheReasonIsTold(Jvm jvm) throws Exception {
        Outcome outcome = run(jvm, "-XX:-EnableDynamicAgentLoading");

        assertThat(outcome.out())
                .contains("state OFF the JVM runs with -XX:-EnableDynamicAgentLoading, and without -javaagent")
                .contains("models []", "reads 0", "untracked 0");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void thePropertyTurnsItOffWithAndWithoutTheAgent() throws Exception {
        String off = "state OFF the system property tracking.autolog is off";

        assertThat(run(Jvm.OWN, "-Dtracking.autolog=off").out()).contains(off, "models []");
        assertThat(run(Jvm.OWN, "-Dtracking.autolog=off", "-javaagent:" + agentJar())
                        .out())
                .contains(off, "models []");
    }

    @Test
    void withoutTheLibrariesNothingIsAttachedAndTheAgentDoesNotMind() throws Exception {
        String bare = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("xgboost4j") && !entry.contains("tablesaw"))
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(runOn(bare, Jvm.OWN, "-Dstate.only=true").out())
                .containsExactly("state OFF neither XGBoost4J nor Tablesaw is on the class path");
        assertThat(runOn(bare, Jvm.OWN, "-Dstate.only=true", "-javaagent:" + agentJar())
                        .out())
                .containsExactly("state AGENT null");
    }
}
