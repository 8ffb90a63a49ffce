package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.provenance.Sha256;
import io.modeltracking.reproduce.BuildTool.Dependencies;
import io.modeltracking.reproduce.BuildTool.Jdk;
import io.modeltracking.run.EnvironmentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JDK, threads, locale and libraries of the old run, and what the copy gets of them. */
class MachineTests {

    private static final Path HOME = Path.of("jdks", "21");

    private static EnvironmentState environment(
            String locale, int processors, Map<String, String> variables, EnvironmentState.Entry... classPath) {
        return new EnvironmentState(
                "21.0.4",
                "V",
                "R",
                "Linux",
                "6",
                "amd64",
                "C",
                processors,
                1,
                locale,
                "Europe/Berlin",
                "ISO-8859-1",
                List.of(),
                Map.of(),
                List.of(classPath),
                variables);
    }

    private static BuildTool tool(Jdk... toolchains) {
        return new BuildTool() {
            @Override
            public List<Jdk> jdks(int feature) {
                return feature == 21 ? List.of(toolchains) : List.of();
            }

            @Override
            public Optional<String> override(Path copy, WhatIf.Dependency dependency) {
                throw new AssertionError("not asked");
            }

            @Override
            public Dependencies dependencies(Copy copy) {
                throw new AssertionError("not asked");
            }

            @Override
            public Optional<String> build(Copy copy) {
                throw new AssertionError("not asked");
            }
        };
    }

    private static JdkChoice choice(String recorded, String running, Jdk... toolchains) {
        return JdkChoice.of(recorded, running, tool(toolchains));
    }

    @Test
    void anotherJdkThatIsAskedForHasToBeThere() {
        assertThat(JdkChoice.instead(21, "17.0.15", tool(new Jdk(HOME, null))))
                .returns(HOME, JdkChoice::home)
                .returns(Finding.State.OK, choice -> choice.finding().state());
        assertThat(JdkChoice.instead(17, "17.0.15", tool()).finding()).isEqualTo(Finding.ok("JDK", "17.0.15"));
        assertThat(JdkChoice.instead(25, "17.0.15", tool()).finding())
                .isEqualTo(Finding.missing("JDK", "25: name one in toolchains.xml; this is 17.0.15"));
    }

    @Test
    void oneThingCanBeOtherwise() {
        assertThat(WhatIf.of("21", null).finding())
                .contains(Finding.different("what if", "JDK 21 in place of what was recorded"));
        assertThat(WhatIf.of(null, "org.example:lib:2").dependency())
                .isEqualTo(new WhatIf.Dependency("org.example", "lib", "2"));
        assertThat(WhatIf.of(null, null)).isEqualTo(WhatIf.NOTHING).returns(false, WhatIf::isAsked);
        assertThatThrownBy(() -> WhatIf.of("21", "org.example:lib:2")).hasMessageContaining("Give one");
        assertThatThrownBy(() -> WhatIf.of("1.8", null)).hasMessageContaining("as 21");
        assertThatThrownBy(() -> WhatIf.of(null, "org.example:lib")).hasMessageContaining("groupId:artifactId:version");
    }

    @Test
    void theRecordedJdkIsTakenFromTheToolchainsElseTheRunningOneAndItIsSaid() {
        Jdk exact = new Jdk(HOME, "21.0.4");
        Jdk other = new Jdk(Path.of("jdks", "other"), "21.0.1");

        assertThat(choice("17.0.15", "17.0.15", exact)).returns(null, JdkChoice::home);
        assertThat(choice("21.0.4", "17.0.15", other, exact))
                .returns(HOME, JdkChoice::home)
                .returns(Finding.State.OK, choice -> choice.finding().state());
        assertThat(choice("21.0.4", "17.0.15", other))
                .returns(other.home(), JdkChoice::home)
                .returns(Finding.State.DIFFERENT, choice -> choice.finding().state());
        assertThat(choice("21.0.4", "21.0.2", other)).returns(null, JdkChoice::home);
        assertThat(choice("21.0.4", "17.0.15").finding())
                .isEqualTo(Finding.different("JDK", "recorded 21.0.4, this is 17.0.15; name one in toolchains.xml"));
        assertThat(choice("none; rm -rf", "17.0.15").home()).isNull();
    }

    @Test
    void theCopyGetsLocaleTimeZoneCharsetAndThreads() {
        assertThat(CopyJvm.properties(environment("de-CH", 4, Map.of())))
                .containsOnly(
                        Map.entry("tracking.reproduce.jvm.user.language", "de"),
                        Map.entry("tracking.reproduce.jvm.user.country", "CH"),
                        Map.entry("tracking.reproduce.jvm.user.timezone", "Europe/Berlin"),
                        Map.entry("tracking.reproduce.jvm.file.encoding", "ISO-8859-1"),
                        Map.entry("tracking.reproduce.jvm.processors", "4"));
        assertThat(CopyJvm.variables(environment("de-CH", 4, Map.of()))).containsEntry("OMP_NUM_THREADS", "4");
        assertThat(CopyJvm.variables(environment("de-CH", 4, Map.of("OMP_NUM_THREADS", "2"))))
                .containsEntry("OMP_NUM_THREADS", "2");
        assertThat(CopyJvm.properties(null)).isEmpty();
    }

    @Test
    void librariesAreComparedByTheirBytes(@TempDir Path repository) throws IOException {
        Path jar = Files.writeString(repository.resolve("lib-1.jar"), "one");
        EnvironmentState recorded =
                environment("en", 2, Map.of(), new EnvironmentState.Entry("lib-1.jar", Sha256.of(jar), 3L));
        Dependencies same = new Dependencies(Map.of("lib-1.jar", jar), List.of(), null);

        assertThat(DependencyCheck.of(recorded, same))
                .isEqualTo(Finding.ok("dependencies", "1 with the recorded SHA-256"));
        Files.writeString(jar, "two");
        assertThat(DependencyCheck.of(recorded, same))
                .returns(Finding.State.DIFFERENT, Finding::state)
                .satisfies(finding -> assertThat(finding.detail()).startsWith("lib-1.jar was "));
        assertThat(DependencyCheck.of(recorded, new Dependencies(Map.of("new-2.jar", jar), List.of(), null)))
                .isEqualTo(Finding.different("dependencies", "new-2.jar is none of the recorded"));
        assertThat(DependencyCheck.of(recorded, new Dependencies(Map.of(), List.of("org.example:lib:1"), null)))
                .isEqualTo(Finding.missing("dependencies", "cannot be resolved: org.example:lib:1"));
        assertThat(DependencyCheck.of(null, same)).isEqualTo(Finding.different("dependencies", "not recorded"));
    }
}
