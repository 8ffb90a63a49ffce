package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.store.History;
import io.modeltracking.store.RunQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs on one folder in a real repository: several at once, and some that die. */
class KilledAndConcurrentTests {

    @TempDir
    Path base;

    private final List<Process> processes = new ArrayList<>();
    private RegistryFixture models;
    private GitCommand git;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
        git = GitCommand.init(base);
        git.commit("a.txt", "Ada", "first");
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void numbersTheVersionsOfTwoProcessesWithoutAGap() throws Exception {
        start("register", 100);
        start("register", 200);
        awaitSuccess();
        assertThat(models.registry().model(MODEL).versions())
                .extracting(ModelVersion::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertOneChain(40);
    }

    @Test
    void takesEightHundredRunsOfEightBuildsIntoOneChain() throws Exception {
        for (int build = 1; build <= 8; build++) {
            start("build", build);
        }
        awaitSuccess();
        try (History history = History.open(models.root(), "0.1.0", false)) {
            assertThat(history.store().runs(new RunQuery.All())).hasSize(800);
            assertThat(history.store().unlisted()).isEmpty();
        }
        List<LedgerEvent> events = models.ledger().events();
        assertThat(events.stream().flatMap(event -> RunRecorded.runs(event).stream()))
                .hasSize(800)
                .doesNotHaveDuplicates();
        assertOneChain(events.size());
    }

    @Test
    void hasNotPromotedWhenItDiesBeforeTheEventIsWritten() throws Exception {
        models.versions(1);
        die("promote", 1);
        assertThat(models.registry().version(MODEL + "/1").stage()).isEqualTo(Stage.NONE);
        assertThat(git.run("tag", "-l")).isEmpty();
        goesOn(Stage.NONE);
    }

    @Test
    void hasPromotedWhenItDiesBeforeTheAnchorIsInTheLedger() throws Exception {
        models.versions(1);
        die("promote", 2);
        assertThat(models.registry().version(MODEL + "/1").stage()).isEqualTo(Stage.STAGING);
        assertThat(git.run("tag", "-l")).isEqualTo("model/motor-frequency/v1/staging-1");
        assertThat(findings()).isEmpty();
        goesOn(Stage.STAGING);
    }

    @Test
    void hasPromotedWhenItDiesBeforeTheMirrorFollows() throws Exception {
        models.versions(1);
        Path lock = base.resolve(".git/refs/tracking/ledger.lock");
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);
        die("promote", 0);
        Files.delete(lock);
        assertThat(models.registry().version(MODEL + "/1").stage()).isEqualTo(Stage.STAGING);
        assertThat(git.run("for-each-ref", "refs/tracking")).isEmpty();
        goesOn(Stage.STAGING);
    }

    @Test
    void isDoneOrNotWhereverItIsKilled() throws Exception {
        models.versions(1);
        Path file = models.root().directory().resolve(Ledger.FILE);
        for (int round = 1; round <= 3; round++) {
            long before = Files.size(file);
            Process process = start("back-and-forth", round);
            while (process.isAlive() && Files.size(file) < before + 2000L * round) {
                Thread.sleep(1);
            }
            assertThat(process.isAlive()).as(output("back-and-forth", round)).isTrue();
            process.destroyForcibly().waitFor();
            Stage stage = models.registry().version(MODEL + "/1").stage();
            assertThat(stage).isIn(Stage.NONE, Stage.STAGING, Stage.ARCHIVED);
            // What Git leaves of a killed process it names itself; a person removes it.
            Files.deleteIfExists(base.resolve(".git/refs/tracking/ledger.lock"));
            goesOn(stage);
        }
    }

    private void goesOn(Stage from) throws IOException {
        Registrar next = new Registrar(
                mirrored(), Clock.systemUTC(), new Registrar.Policy(ADA, 10, false, false), ProjectGit.NONE);
        if (from == Stage.STAGING) {
            next.archive(MODEL + "/1", REASON);
        } else {
            next.promote(MODEL + "/1", Stage.STAGING, REASON);
        }
        assertOneChain(models.ledger().events().size());
    }

    /** The ledger is one chain, and all of it is in Git. */
    private void assertOneChain(int events) throws IOException {
        assertThat(models.ledger().events()).hasSize(events);
        assertThat(findings()).isEmpty();
        assertThat(git.run("log", "--reverse", "--format=%b", LedgerMirror.REF) + "\n")
                .isEqualTo(Files.readString(models.root().directory().resolve(Ledger.FILE)));
    }

    private List<String> findings() throws IOException {
        return new LedgerCheck(models.root(), mirrored())
                .check(Map.of(), ProjectGit.anchors(base).orElseThrow()).findings().stream()
                        .filter(finding -> !finding.contains("blob"))
                        .toList();
    }

    private Ledger mirrored() {
        return new Ledger(models.root(), Clock.systemUTC(), LedgerMirror.at(base, LedgerMirror.REF, problem -> {
            throw new AssertionError(problem);
        }));
    }

    private Process start(String action, int number) throws IOException {
        Process process = RegistryProcess.start(base, action, number);
        processes.add(process);
        return process;
    }

    private void die(String action, int number) throws Exception {
        assertThat(start(action, number).waitFor()).as(output(action, number)).isEqualTo(RegistryProcess.DIED);
    }

    private String output(String action, int number) throws IOException {
        return Files.readString(base.resolve(action + "-" + number + ".log"));
    }

    private void awaitSuccess() throws Exception {
        for (Process process : processes) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(process.info().toString()).isZero();
        }
    }
}
