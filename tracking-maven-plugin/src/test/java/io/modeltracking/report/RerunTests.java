package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.Journal;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerunTests {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path base;

    private int runs;

    @Test
    void namesTheCommitTheModuleTheTestAndTheSeed() {
        assertThat(Rerun.command(run("g:pricing", "org.example.FrequencyIT", "trees", 7), source(COMMIT), null))
                .isEqualTo("git checkout 0123456789ab && mvn verify -pl :pricing -Dit.test=FrequencyIT#trees"
                        + " -Dtracking.seed=7");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(Rerun.command(run(null, "FrequencyIT", "trees"), null, null))
                .isEqualTo("mvn verify -Dit.test=FrequencyIT#trees");
        assertThat(Rerun.command(run("no-colon", "FrequencyIT", "trees"), source(null), null))
                .isEqualTo("mvn verify -Dit.test=FrequencyIT#trees");
        assertThat(Rerun.command(run("g:a", "FrequencyIT", null), null, null)).isNull();
        assertThat(Rerun.command(run("g:a", null, "trees"), null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD; rm -rf ~", "--upload-pack=x", "0123", ""})
    void checksOutNothingButAWholeCommit(String commit) {
        assertThat(Rerun.command(run("g:a", "FrequencyIT", "trees"), source(commit), null))
                .startsWith("mvn verify ");
    }

    @Test
    void quotesTheNameOfANestedClass() {
        assertThat(Rerun.command(run("g:a", "org.example.Motor$Trees", "fit"), null, null))
                .isEqualTo("mvn verify -pl :a -Dit.test='Motor$Trees#fit'");
    }

    @Test
    void typesThePropertiesAndProfilesAgain() throws IOException {
        BuildState build = new BuildState(
                "3.9.9",
                List.of("verify"),
                List.of("large"),
                new TreeMap<>(Map.of("portfolio", "data of 2026/a.csv", "tracking.seed", "3", "trials", "6")));
        assertThat(Rerun.command(run("g:a", "FrequencyIT", "trees", 7), null, build))
                .isEqualTo("mvn verify -pl :a -Dit.test=FrequencyIT#trees -Dtracking.seed=7"
                        + " '-Dportfolio=data of 2026/a.csv' -Dtrials=6 -Plarge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a; touch pwned",
                "$(touch pwned)",
                "`touch pwned`",
                "'; touch pwned; '",
                "x\ntouch pwned",
                "é & \""
            })
    void hostileNamesStayOneArgumentForARealShell(String name) throws Exception {
        String command = Rerun.command(run("g:" + name, "org.example.T", name), null, null);
        Process shell = new ProcessBuilder("sh", "-c", command.replace("mvn verify", "printf '%s\\0'"))
                .directory(base.toFile())
                .start();
        String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told.split("\0")).containsExactly("-pl", ":" + name, "-Dit.test=T#" + name);
        assertThat(base.resolve("pwned")).doesNotExist();
    }

    private RunRecord run(String module, String testClass, String method, long... seeds) {
        TrackingRoot root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        String id = String.format(Locale.ROOT, "%032x", ++runs);
        RunEvent.Started started = new RunEvent.Started(
                RunEvent.SCHEMA_VERSION,
                Instant.parse("2026-11-23T08:00:00Z"),
                id,
                "Motor",
                "Motor",
                null,
                null,
                null,
                null,
                1,
                module,
                testClass,
                method,
                "[test:1]",
                null,
                null,
                new RunEvent.Author("Ada", null, "git"),
                null,
                null);
        try {
            Files.createDirectories(root.runs());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (Journal journal = Journal.open(root.run(id), started)) {
            for (long seed : seeds) {
                journal.append(new RunEvent.Seed("seed/v1", seed, List.of("shared", "split"), 1));
            }
        }
        return new JournalReader(root).read(root.run(id));
    }

    private static SourceState source(String commit) {
        return new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true);
    }
}
