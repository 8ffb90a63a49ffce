package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerMirrorTests {

    @TempDir
    Path base;

    private final List<String> problems = new ArrayList<>();
    private RegistryFixture models;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
        file = models.root().directory().resolve(Ledger.FILE);
    }

    @Test
    void holdsTheLedgerLineByLine() throws IOException {
        GitCommand git = GitCommand.init(base);
        append("one", "two", "größer");
        assertThat(git.run("log", "--reverse", "--format=%b", LedgerMirror.REF) + "\n")
                .isEqualTo(Files.readString(file));
        assertThat(git.run("log", "--format=%s", LedgerMirror.REF).lines())
                .containsExactly("3 NOTE", "2 NOTE", "1 NOTE");
        assertThat(check()).isEqualTo(new LedgerCheck.Result(3, 0, LedgerMirror.REF + " up to event 3", "", List.of()));
        assertThat(problems).isEmpty();
    }

    @Test
    void catchesUpWithWhatWasWrittenWithoutIt() throws IOException {
        append("one", "two");
        assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("is in no Git repository"));
        problems.clear();
        GitCommand.init(base);
        append("three");
        assertThat(check().mirror()).isEqualTo(LedgerMirror.REF + " up to event 3");
        assertThat(problems).isEmpty();
    }

    @Test
    void namesWhatWasCutOff() throws IOException {
        GitCommand.init(base);
        append("one", "two", "three");
        Files.write(file, Files.readAllLines(file).subList(0, 1));
        assertThat(check().findings())
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("The ledger ends with event 1, and refs/tracking/ledger has"))
                .anyMatch(finding -> finding.contains("event 2 (NOTE motor/7, 2026-11-23T08:00:00Z, sha256:"))
                .anyMatch(finding -> finding.contains("event 3 ("));
    }

    @Test
    void namesNoModelWhereAnEventIsAboutNone() throws IOException {
        GitCommand.init(base);
        RunFixture.run(models.root(), 1).finished();
        new Recorder(models.root(), ledger(), clock(), "0.1.0").record(RunFixture.build(models.root()), false);
        Files.delete(file);
        assertThat(check().findings())
                .singleElement()
                .asString()
                .contains("has event 1 (RUN_RECORDED, 2026-11-23T08:00:00Z, sha256:");
    }

    @Test
    void namesAllOfALedgerThatIsGone() throws IOException {
        GitCommand.init(base);
        append("one", "two");
        Files.delete(file);
        assertThat(check().findings())
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("The ledger ends with event 0"));
    }

    @Test
    void namesTheEventsOfAChainThatWasWrittenAnew() throws IOException {
        GitCommand.init(base);
        append("one", "two", "three");
        List<String> before = Files.readAllLines(file);
        Files.write(file, before.subList(0, 1));
        Ledger forger = new Ledger(models.root(), clock());
        append(forger, "another two");
        append(forger, "another three");
        append(forger, "four");
        assertThat(models.ledger().events()).hasSize(4);
        assertThat(check().findings())
                .containsExactly(
                        "The ledger has not got " + named(before.get(1))
                                + ", which refs/tracking/ledger has: it was removed or replaced",
                        "The ledger has not got " + named(before.get(2))
                                + ", which refs/tracking/ledger has: it was removed or replaced");
    }

    @Test
    void saysWhatAnEditedEventWas() throws IOException {
        GitCommand.init(base);
        append("one", "two", "three");
        List<String> lines = Files.readAllLines(file);
        String second = named(lines.get(1));
        lines.set(1, lines.get(1).replace("two", "2"));
        Files.write(file, lines);
        assertThat(check().findings())
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("Line 2 was changed after it was written"))
                .anyMatch(finding -> finding.contains(second));
    }

    @Test
    void keepsWhatItHasWhenTheLedgerIsAnother() throws IOException {
        GitCommand git = GitCommand.init(base);
        append("one", "two");
        String tip = git.run("rev-parse", LedgerMirror.REF);
        Files.delete(file);
        append("begun anew");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("another chain, up to event 2 (", "verify-ledger", "git log --reverse --format=%b", "ref=");
        assertThat(git.run("rev-parse", LedgerMirror.REF)).isEqualTo(tip);
        assertThat(models.ledger().events()).hasSize(1);
    }

    @Test
    void givesTheWholeLedgerBack() throws IOException {
        GitCommand git = GitCommand.init(base);
        append("one", "two");
        Files.delete(file);
        Files.writeString(file, git.run("log", "--reverse", "--format=%b", LedgerMirror.REF) + "\n");
        append("three");
        assertThat(check().findings()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void letsTheEventStandWhenGitCannotBeWritten() throws IOException {
        GitCommand git = GitCommand.init(base);
        Path lock = base.resolve(".git/refs/tracking/ledger.lock");
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);
        append("one");
        assertThat(models.ledger().events()).hasSize(1);
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("in the ledger, and not mirrored", "remove refs/tracking/ledger.lock in ");
        Files.delete(lock);
        append("two");
        assertThat(git.run("rev-list", "--count", LedgerMirror.REF)).isEqualTo("2");
    }

    @Test
    void isOffWithoutARef() throws IOException {
        GitCommand git = GitCommand.init(base);
        Ledger ledger = new Ledger(models.root(), clock(), LedgerMirror.at(base, " ", problems::add));
        append(ledger, "one");
        assertThat(git.run("for-each-ref")).isEmpty();
        assertThat(new LedgerCheck(models.root(), ledger).check(Map.of(), null).mirror())
                .isEqualTo("no mirror");
        assertThat(problems).isEmpty();
    }

    private static String named(String line) {
        LedgerEvent event = LedgerEvent.parse(line, "a line");
        return "event " + event.seq() + " (NOTE motor/7, " + event.time() + ", " + event.hash() + ")";
    }

    private LedgerCheck.Result check() {
        return new LedgerCheck(models.root(), ledger()).check(Map.of(), null);
    }

    private Ledger ledger() {
        return new Ledger(models.root(), clock(), LedgerMirror.at(base, LedgerMirror.REF, problems::add));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private void append(String... notes) {
        for (String note : notes) {
            append(ledger(), note);
        }
    }

    private static void append(Ledger ledger, String note) {
        ObjectNode body = RunJson.mapper()
                .createObjectNode()
                .put("model", "motor")
                .put("version", "7")
                .put("note", note);
        ledger.append("NOTE", () -> Optional.of(body), event -> null);
    }
}
